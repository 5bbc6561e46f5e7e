/// The rule of F9, where it moves money, and of F10, where it leaves.
///
/// Such a key counts when it stands alone: a key that is held comes again and again, and one that was meant for the
/// screen before comes at once.
struct ConfirmKey: Equatable, Sendable {
    /// What becomes of a press on a confirmation.
    enum Press: Equatable {
        /// It counts when nothing follows it for a moment.
        case waits
        /// It came sooner than anybody reads.
        case early
        /// It came right behind another one: the key is held.
        case held
    }

    /// Too early for somebody to have read what stands there, in milliseconds.
    static let guardTime: Int64 = 700
    static let quietBefore: Int64 = 150
    /// Of F10, which leaves.
    static let quietBeforeLeaving: Int64 = 300
    static let quietAfter: Int64 = 80

    private let quietBefore: Int64
    private var last: Int64?
    private var wasQuiet = false
    private var pending: Int64?

    init(quietBefore: Int64 = Self.quietBefore) {
        self.quietBefore = quietBefore
    }

    /// Each of them, wherever it comes.
    mutating func pressed(at time: Int64) {
        wasQuiet = last.map { !(0...quietBefore).contains(time - $0) } ?? true
        last = time
        pending = nil
    }

    /// Takes a press of the key in, and says what it is.
    ///
    /// The last one stands on a confirmation, which came up at `since`; nil: it needs no time to be read.
    mutating func press(at time: Int64, since: Int64?) -> Press {
        if let since, time - since < Self.guardTime { return .early }
        guard wasQuiet else { return .held }
        pending = time
        return .waits
    }

    /// Another key came.
    mutating func forget() {
        pending = nil
    }

    /// It will count, if none of its own comes behind it.
    var isWaiting: Bool { pending != nil }

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
