/// Tells a scanner from a person: a scanner types its characters within milliseconds of each other and ends them with
/// Enter or Tab.
struct ScanDetector: Sendable {
    /// The longest pause between two characters of one scan, in milliseconds. Wireless scanners need tens of them.
    static let gap: Int64 = 80
    /// Shorter runs are somebody typing fast.
    static let minimumLength = 8
    /// From here on a run is taken for a scan while it still comes in, and is not shown.
    static let suspiciousLength = 4
    /// After so many milliseconds without a key a scan is over.
    static let silence: Int64 = 300
    private static let maximumLength = 256

    private var run = ""
    private var last: Int64?

    mutating func typed(_ character: Character, at time: Int64) {
        if !isRunning(at: time) { run = "" }
        if run.count < Self.maximumLength { run.append(character) }
        last = time
    }

    /// The end of a run: its text, if a scanner typed it.
    mutating func finished(at time: Int64) -> String? {
        defer { reset() }
        return isRunning(at: time) && run.count >= Self.minimumLength ? run : nil
    }

    /// The character that came last was not quickly preceded by another.
    var isAtStart: Bool { run.count <= 1 }

    mutating func reset() {
        run = ""
        last = nil
    }

    /// The end of a run whose scanner sends neither Enter nor Tab: its text, once nothing followed for a while.
    mutating func finishedBySilence(at time: Int64) -> String? {
        guard let last, time - last >= Self.silence else { return nil }
        defer { reset() }
        return run.count >= Self.minimumLength ? run : nil
    }

    /// A run that looks like a scan is coming in.
    func isBusy(at time: Int64) -> Bool {
        isRunning(at: time) && run.count >= Self.suspiciousLength
    }

    /// When this detector will have something new to say although no key comes; nil: never.
    func wakeTime(after time: Int64) -> Int64? {
        guard let last else { return nil }
        if isBusy(at: time) { return last + Self.gap + 1 }
        let end = last + Self.silence
        return run.count >= Self.minimumLength && time < end ? end : nil
    }

    private func isRunning(at time: Int64) -> Bool {
        guard let last else { return false }
        return (0...Self.gap).contains(time - last)
    }
}

extension ScanDetector: CustomStringConvertible, CustomReflectable {
    /// The run may be a payment code.
    var description: String { "ScanDetector(\(run.count) characters)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
