/// What stood on a terminal at one moment.
struct ScreenText: Sendable, CustomStringConvertible {
    let text: String

    var description: String { text }

    /// Words are looked for without regard to where lines break, and numbers without their groups.
    func holds(_ words: String) -> Bool {
        Self.squeezed(text).contains(Self.squeezed(words))
    }

    /// The first number that a till of these tests made.
    var orderNumber: String? {
        let squeezed = Self.squeezed(text)
        guard let start = squeezed.firstRange(of: TillFile(bases: []).prefix)?.lowerBound else { return nil }
        let number = squeezed[start...].prefix(32)
        return number.utf8.count == 32 ? String(number) : nil
    }

    static func squeezed(_ text: String) -> String {
        text.filter { !$0.isWhitespace && !"│┌┐└┘─".contains($0) }
    }
}
