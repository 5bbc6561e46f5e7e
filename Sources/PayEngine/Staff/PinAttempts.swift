/// How many wrong PINs were typed in a row, for each staff ID, and when the last one was. Pure: it is told the time.
struct PinAttempts: Equatable, Codable {
    struct Tries: Equatable, Codable {
        var wrong: Int
        /// Wall clock in milliseconds since 1970.
        var last: Int64
    }

    static let limit = 5
    static let lockMilliseconds: Int64 = 60_000

    private(set) var staff: [String: Tries] = [:]

    /// Whether it can be what this till wrote.
    var isSound: Bool {
        staff.values.allSatisfy { (1...Self.limit).contains($0.wrong) && (0...(Int64.max >> 1)).contains($0.last) }
    }

    /// For how many seconds no PIN of that member is looked at any more; nil: one may be tried. When a lock is over,
    /// counting starts anew.
    mutating func secondsLocked(_ id: String, now: Timestamp) -> Int? {
        guard let tries = staff[id], tries.wrong >= Self.limit else { return nil }
        var left = tries.last + Self.lockMilliseconds - now.milliseconds
        if left > Self.lockMilliseconds {
            // The clock was set back. The lock neither ends by that nor grows: it begins again at the new time.
            staff[id]?.last = max(0, now.milliseconds)
            left = Self.lockMilliseconds
        }
        guard left > 0 else {
            staff[id] = nil
            return nil
        }
        return Int((left + 999) / 1000)
    }

    /// Counts a wrong PIN and returns how many tries are left.
    mutating func count(_ id: String, now: Timestamp) -> Int {
        let wrong = min((staff[id]?.wrong ?? 0) + 1, Self.limit)
        staff[id] = Tries(wrong: wrong, last: max(0, now.milliseconds))
        return Self.limit - wrong
    }

    /// A right PIN was typed.
    mutating func forget(_ id: String) {
        staff[id] = nil
    }
}
