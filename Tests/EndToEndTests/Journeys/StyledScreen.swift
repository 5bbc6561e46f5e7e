@testable import PosTUI

/// A terminal's screen with the grounds of its cells, as `tmux capture-pane -e` tells them.
struct StyledScreen {
    /// White grounds have the role of a QR code's light ones, black grounds that of its dark ones.
    let frame: Frame

    init(_ text: String, size: Size) {
        var frame = Frame(size: size)
        var ground: Int?
        for (y, line) in text.split(separator: "\n", omittingEmptySubsequences: false).prefix(size.height).enumerated()
        {
            var x = 0
            var rest = line[...]
            while let character = rest.first {
                if character == "\u{1B}" {
                    let end = rest.firstIndex { $0.isLetter } ?? rest.endIndex
                    if rest[..<end].hasPrefix("\u{1B}["), end < rest.endIndex, rest[end] == "m" {
                        ground = Self.ground(after: rest[..<end].dropFirst(2), before: ground)
                    }
                    rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
                    continue
                }
                frame.fill(Rect(x: x, y: y, width: 1, height: 1), role: Self.role(ground), with: character)
                x += max(1, CellWidth.of(character))
                rest = rest.dropFirst()
            }
        }
        self.frame = frame
    }

    private static func role(_ ground: Int?) -> Role {
        switch ground {
        case 7, 15, 231: .qrLight
        case 0, 16: .qrDark
        case _: .text
        }
    }

    /// The number of the ground's colour after a sequence; nil: the terminal's own.
    private static func ground(after sequence: Substring, before: Int?) -> Int? {
        var ground = before
        var numbers = sequence.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }[...]
        while let number = numbers.popFirst() {
            switch number {
            case 0, 49: ground = nil
            case 40...47: ground = number - 40
            case 100...107: ground = number - 100 + 8
            case 38, 48:
                guard numbers.popFirst() == 5, let index = numbers.popFirst() else { return ground }
                if number == 48 { ground = index }
            case _: break
            }
        }
        return ground
    }
}
