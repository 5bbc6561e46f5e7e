/// How many wrong PINs were typed in a row, by whom, and since when: a pure value.
struct PinAttempts: Equatable, Codable {
    /// When something happened, on the clocks that nobody sets and on the one that people read.
    struct Moment: Equatable, Codable {
        /// Milliseconds since the boot of that name, the machine's sleep counted.
        var boottime: Int64
        var boot: String
        /// Milliseconds since 1970.
        var wall: Int64

        init(_ clock: any TillClock) {
            boottime = Int64(clock.boottime.wholeMilliseconds)
            boot = clock.boot
            wall = clock.now.milliseconds
        }

        fileprivate var isSound: Bool { (0...Int64.max >> 2).contains(boottime) }
    }

    /// Wrong ones in a row: neither time nor a lock that is over begins the count anew.
    struct Tries: Equatable, Codable {
        var wrong: Int
        /// Of the first of them, for people: milliseconds since 1970.
        var since: Int64
        var last: Moment
        /// The lock after the last one is over.
        var isServed: Bool
    }

    /// How many wrong ones in a row lock an ID; each further group of as many locks it again.
    static let limit = 5
    /// The locks after the first, second, third and any further ``limit``.
    static let lockMilliseconds: [Int64] = [60_000, 300_000, 900_000, 3_600_000]

    private(set) var staff: [String: Tries] = [:]
    /// Nobody's PIN is looked at for a minute from then on: the count was lost.
    private(set) var loss: Moment?

    /// Whether it can be what this till wrote.
    var isSound: Bool {
        staff.values.allSatisfy { $0.wrong >= 1 && $0.wrong < Int.max && $0.last.isSound } && loss?.isSound != false
    }

    /// Returns for how many seconds no PIN of that member is looked at any more; nil: one may be tried.
    mutating func secondsLocked(_ id: String, at now: Moment) -> Int? {
        let byLoss = loss.flatMap { Self.left(of: Self.lockMilliseconds[0], since: $0, now) }
        if byLoss == nil { loss = nil }
        guard let tries = staff[id], !tries.isServed, let lock = Self.lock(after: tries.wrong) else {
            return byLoss.map(Self.seconds)
        }
        if tries.last.boot != now.boot {
            // How long the machine was off nobody knows: the whole lock begins again.
            staff[id]?.last = now
            return Self.seconds(max(lock, byLoss ?? 0))
        }
        guard let left = Self.left(of: lock, since: tries.last, now) else {
            staff[id]?.isServed = true
            return byLoss.map(Self.seconds)
        }
        return Self.seconds(max(left, byLoss ?? 0))
    }

    /// Counts a wrong PIN and returns how many tries are left before the next lock.
    mutating func count(_ id: String, at now: Moment) -> Int {
        let before = staff[id]
        let wrong = (before?.wrong ?? 0) + 1
        staff[id] = Tries(wrong: wrong, since: before?.since ?? now.wall, last: now, isServed: false)
        return (Self.limit - wrong % Self.limit) % Self.limit
    }

    /// Returns for how many seconds it is locked now, right after a wrong one.
    func secondsOfLock(_ id: String) -> Int? {
        staff[id].flatMap { Self.lock(after: $0.wrong) }.map(Self.seconds)
    }

    /// Forgets the wrong ones, since a right PIN was typed.
    mutating func forget(_ id: String) {
        staff[id] = nil
    }

    /// Notes that what was counted is gone.
    mutating func lose(at now: Moment) {
        staff = [:]
        loss = now
    }

    /// Returns the milliseconds of a lock; nil after a count that locks nobody.
    private static func lock(after wrong: Int) -> Int64? {
        guard wrong > 0, wrong.isMultiple(of: limit) else { return nil }
        return lockMilliseconds[min(wrong / limit, lockMilliseconds.count) - 1]
    }

    private static func left(of lock: Int64, since start: Moment, _ now: Moment) -> Int64? {
        guard start.boot == now.boot else { return lock }
        let left = start.boottime + lock - now.boottime
        return left > 0 ? min(left, lock) : nil
    }

    private static func seconds(_ milliseconds: Int64) -> Int { Int((milliseconds + 999) / 1000) }
}
