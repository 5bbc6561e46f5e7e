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

    func holds(_ words: String) -> Bool {
        squeezed.holds(Self.squeezed(words))
    }

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
