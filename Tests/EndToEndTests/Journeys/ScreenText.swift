/// What stood on a terminal at one moment.
struct ScreenText: Sendable, CustomStringConvertible {
    let text: String
    /// Without spaces, line ends and frames: words are looked for without regard to where lines break, and numbers
    /// without their groups.
    let squeezed: WrittenBytes

    init(_ text: String) {
        self.text = text
        squeezed = WrittenBytes(Array(Self.squeezed(text).utf8))
    }

    var description: String { text }

    /// A headline that is only the end of another one is not shown: “NOT FROZEN” is no “FROZEN”.
    func holds(_ words: String) -> Bool {
        let sought = Self.squeezed(words)
        let longer = Self.longHeadlines.filter { $0 != sought && $0.contains(sought) }
        guard !longer.isEmpty else { return squeezed.holds(sought) }
        let rest = longer.reduce(Self.squeezed(text)) { $0.replacing($1, with: "") }
        return WrittenBytes(Array(rest.utf8)).holds(sought)
    }

    private static let longHeadlines = [
        "NOT FROZEN", "OVER (WAS FROZEN)", "NOT RELEASED", "NOT CONSUMED", "RELEASE NOT SENT", "CONSUME NOT SENT",
        "RELEASE: OUTCOME UNKNOWN", "CONSUME: OUTCOME UNKNOWN", "解冻结果未知", "消费结果未知", "解冻未发送", "消费未发送",
    ].map(squeezed)

    /// The first number that a till of these tests made.
    var orderNumber: String? {
        let squeezed = Self.squeezed(text)
        guard let start = squeezed.firstRange(of: TillFile(bases: []).prefix)?.lowerBound else { return nil }
        let number = squeezed[start...].prefix(32)
        return number.utf8.count == 32 ? String(number) : nil
    }

    private static let ignored: Set<Unicode.Scalar> = [" ", "\n", "│", "┌", "┐", "└", "┘", "─"]

    private static func squeezed(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !ignored.contains(scalar) { result.append(scalar) }
        return String(result)
    }
}
