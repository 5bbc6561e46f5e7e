import PayEngine
import Synchronization

/// The approvals that the screens name by their IDs.
///
/// One is here from the moment it was given until it is used up or dropped, and is handed out once.
final class ApprovalStore: Sendable {
    private struct Contents {
        /// Those that may still be given.
        var expected: Set<ApprovalID> = []
        var given: [ApprovalID: KeptApproval] = [:]
    }

    private let contents = Mutex(Contents())

    /// Waits for one that somebody is asked for.
    func expect(_ id: ApprovalID) {
        contents.withLock { _ = $0.expected.insert(id) }
    }

    /// Takes one that was given; one that nobody expects any more is dropped at once.
    func keep(_ approval: consuming Approval, as id: ApprovalID) {
        let kept = KeptApproval(approval)
        contents.withLock { contents in
            if contents.expected.remove(id) != nil { contents.given[id] = kept }
        }
    }

    /// Hands it out, once; nil where it was never given, or is gone.
    func claim(_ id: ApprovalID) -> KeptApproval? {
        contents.withLock { $0.given.removeValue(forKey: id) }
    }

    func drop(_ id: ApprovalID) {
        contents.withLock { contents in
            contents.expected.remove(id)
            contents.given[id] = nil
        }
    }

    func dropAll() {
        contents.withLock { $0 = Contents() }
    }
}
