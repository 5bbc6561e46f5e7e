import PayEngine
import Synchronization

/// Holds an approval for the one task that will use it up.
///
/// A task's closure can be copied, an approval can't.
final class KeptApproval: Sendable {
    private let approval: Mutex<Approval?>

    init(_ approval: consuming Approval) {
        self.approval = Mutex(.some(approval))
    }

    /// Hands it out, once.
    func take() -> Approval? { approval.withLock { $0.take() } }
}

extension Desk {
    /// Releases by an approval that was kept; where it is gone nothing is sent, and that is told.
    func release(
        _ request: ReleaseRequest, unless withdrawal: Withdrawal = Withdrawal(), approvedBy kept: KeptApproval?
    ) async -> AsyncStream<OrderProgress> {
        guard let kept, let approval = kept.take() else {
            return AsyncStream { continuation in
                continuation.yield(.rejected(.approval(.lapsed)))
                continuation.finish()
            }
        }
        return await release(request, unless: withdrawal, approvedBy: approval)
    }

    /// Closes by an approval that was kept; else as ``release(_:unless:approvedBy:)``.
    func close(
        _ number: OrderNumber, reason: String, approvedBy kept: KeptApproval?
    ) async throws(ClosingRefusal) -> DepositOrder {
        guard let kept, let approval = kept.take() else { throw .approval(.lapsed) }
        return try await close(number, reason: reason, approvedBy: approval)
    }
}
