extension BankOrder {
    var releases: [BankMovement] { movements.filter { $0.kind == .release } }
    var consumes: [BankMovement] { movements.filter { $0.kind == .consume } }

    /// Returns what was given back by hand.
    func releasedByHand(at now: Int) -> Int { Self.sum(releases.filter { $0.stage(at: now).isEffective }, \.fee) }

    /// Returns what was given back with a consume.
    func releasedWithConsumes(at now: Int) -> Int {
        Self.sum(consumes.filter { $0.stage(at: now).isEffective }, \.releasesRest)
    }

    /// Returns what nobody gave back by hand.
    func releasedByItself(at now: Int) -> Int { releasedWithConsumes(at: now) + (releasedByTime ?? 0) }

    func consumed(at now: Int) -> Int { Self.sum(consumes.filter { $0.stage(at: now).isEffective }, \.fee) }

    /// Returns what of the consumed was given back since; it is never held again.
    func refunded(at now: Int) -> Int { consumes.map { $0.refunded(at: now) }.reduce(0, +) }

    /// Returns what is still held.
    func left(at now: Int) -> Int {
        fee - Self.sum(movements.filter { $0.stage(at: now).isEffective }, \.moves) - (releasedByTime ?? 0)
    }

    /// Returns what may still be released or consumed: nothing that is in work can go a second time.
    func available(at now: Int) -> Int {
        fee - Self.sum(movements.filter { $0.holds(at: now) }, \.moves) - (releasedByTime ?? 0)
    }

    private static func sum(_ movements: [BankMovement], _ amount: (BankMovement) -> Int) -> Int {
        movements.map(amount).reduce(0, +)
    }
}
