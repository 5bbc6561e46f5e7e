package import PayEngine

/// Releases and closings in the name of somebody who has no PIN, or of nobody where no staff is listed.
extension Desk {
    package func release(
        _ request: ReleaseRequest, unless withdrawal: Withdrawal = Withdrawal(), as approverID: String? = nil
    ) async -> AsyncStream<OrderProgress> {
        do throws(ApprovalRefusal) {
            let approval = try approveWithoutPin(request.approvedAction, staffID: approverID)
            return await release(request, unless: withdrawal, approvedBy: approval)
        } catch {
            return AsyncStream { continuation in
                continuation.yield(.rejected(.approval(error)))
                continuation.finish()
            }
        }
    }

    package func close(
        _ number: OrderNumber, staffID: String?, reason: String
    ) async throws(ClosingRefusal) -> DepositOrder {
        let approval: Approval
        do {
            approval = try approveWithoutPin(.closing(number), staffID: staffID)
        } catch {
            throw .approval(error)
        }
        return try await close(number, reason: reason, approvedBy: approval)
    }
}
