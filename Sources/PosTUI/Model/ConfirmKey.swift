/// F9, where it moves money. It counts when it stands alone: a key that is held comes again and again, and one that was
/// meant for the screen before comes at once.
struct ConfirmKey: Equatable, Sendable {
    /// Too early for somebody to have read what stands there, in milliseconds.
    static let guardTime: Int64 = 700
    static let quietBefore: Int64 = 150
    static let quietAfter: Int64 = 80

    private var last: Int64?
    private var wasQuiet = false
    private var pending: Int64?

    /// Each F9, wherever it comes.
    mutating func pressed(at time: Int64) {
        wasQuiet = last.map { !(0...Self.quietBefore).contains(time - $0) } ?? true
        last = time
        pending = nil
    }

    /// The last F9 stands on a confirmation.
    ///
    /// - Parameter since: when that came up.
    /// - Returns: false where it was too early.
    mutating func waits(at time: Int64, since: Int64) -> Bool {
        guard time - since >= Self.guardTime else { return false }
        if wasQuiet { pending = time }
        return true
    }

    /// Another key came.
    mutating func forget() {
        pending = nil
    }

    /// Whether nothing came behind it for long enough; once.
    mutating func isDue(at time: Int64) -> Bool {
        guard let pending, time - pending > Self.quietAfter else { return false }
        self.pending = nil
        return true
    }

    /// When it will count, if nothing comes.
    func wakeTime(after time: Int64) -> Int64? {
        pending.map { max(time, $0 + Self.quietAfter + 1) }
    }
}
