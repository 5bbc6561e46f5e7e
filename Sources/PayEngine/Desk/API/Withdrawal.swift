import Synchronization

/// A clerk's word that a release or a consume need not be made any more.
///
/// It is kept beside the desk and holds as soon as it is given, however busy the desk is. Of an order that is made
/// already nothing is taken back.
public final class Withdrawal: Sendable {
    private let flag = Atomic(false)

    /// Makes a word that is not given yet.
    public init() {}

    /// Whether it was given.
    public var isGiven: Bool { flag.load(ordering: .acquiring) }

    /// Gives it, for good.
    public func give() {
        flag.store(true, ordering: .releasing)
    }
}
