import PayEngine

extension PaymentDesk {
    /// Releases at a till without a list of staff, where nobody has to be asked.
    func release(_ request: ReleaseRequest) async -> AsyncStream<OrderProgress> {
        do throws(ApprovalRefusal) {
            let approval = try approveWithoutPin(request.approvedAction, staffID: nil)
            return await release(request, approvedBy: approval)
        } catch {
            return AsyncStream { continuation in
                continuation.yield(.rejected(.approval(error)))
                continuation.finish()
            }
        }
    }
}
