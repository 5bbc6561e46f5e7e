@testable import PosTUI

/// A photograph of a frame: grey pixels, as a terminal with a given theme would paint them.
///
/// It draws characters by what Unicode says of them, and knows nothing of QR codes.
struct FrameImage {
    /// The terminal that the frame is shown on.
    enum Screen: CaseIterable {
        case lightOnDark, darkOnLight, lightOnDarkWithoutColours
    }

    static let cellWidth = 10
    static let cellHeight = 21

    let width: Int
    let height: Int
    private var pixels: [UInt8]

    init(_ frame: Frame, theme: Theme, screen: Screen) {
        width = frame.size.width * Self.cellWidth
        height = frame.size.height * Self.cellHeight
        pixels = Array(repeating: 0, count: width * height)
        for y in 0..<frame.size.height {
            for x in 0..<frame.size.width {
                paint(frame[x, y], look: Self.look(theme[frame[x, y].role], screen), x: x, y: y)
            }
        }
    }

    /// Binary PGM.
    var file: [UInt8] { Array("P5 \(width) \(height) 255\n".utf8) + pixels }

    private mutating func paint(_ cell: Cell, look: (ink: UInt8, ground: UInt8), x: Int, y: Int) {
        for row in 0..<Self.cellHeight {
            for column in 0..<Self.cellWidth {
                let hasInk = Self.hasInk(cell.content, column: column, row: row)
                pixels[(y * Self.cellHeight + row) * width + x * Self.cellWidth + column] =
                    hasInk ? look.ink : look.ground
            }
        }
    }

    private static func look(_ style: Style, _ screen: Screen) -> (ink: UInt8, ground: UInt8) {
        let standard: (ink: UInt8, ground: UInt8) = screen == .darkOnLight ? (0, 255) : (229, 0)
        var look = standard
        if screen != .lightOnDarkWithoutColours {
            look.ink = grey(style.foreground) ?? standard.ink
            look.ground = grey(style.background) ?? standard.ground
        }
        return style.attributes.contains(.reverse) ? (look.ground, look.ink) : look
    }

    private static func grey(_ colour: Style.Colour) -> UInt8? {
        switch colour {
        case .standard: nil
        case .palette(0), .palette(16): 0
        case .palette(7): 229
        case .palette(15), .palette(231): 255
        case .palette: 127
        }
    }

    private static func hasInk(_ content: Cell.Content, column: Int, row: Int) -> Bool {
        let character: Character
        switch content {
        case .narrow(let own), .wide(let own): character = own
        case .tail: return false
        }
        guard let code = character.unicodeScalars.first?.value else { return false }
        switch code {
        case 0x20: return false
        case 0x2580: return row < cellHeight / 2
        case 0x2584: return row >= cellHeight / 2
        case 0x2588: return true
        case 0x258C: return column < cellWidth / 2
        case 0x2590: return column >= cellWidth / 2
        case 0x1FB00...0x1FB3B:
            let part = row * 3 / cellHeight * 2 + column * 2 / cellWidth
            return sextants[Int(code - 0x1FB00)].contains(part + 1)
        // Some character: strokes here and there.
        default: return (column + row) % 3 == 0
        }
    }

    /// The names that Unicode gives U+1FB00 to U+1FB3B: BLOCK SEXTANT-1, -2, -12, -3, … without 135 and 246.
    private static let sextants: [Set<Int>] = {
        let all = (1...62).map { pattern in Set((1...6).filter { pattern & 1 << ($0 - 1) != 0 }) }
        return all.filter { $0 != [1, 3, 5] && $0 != [2, 4, 6] }
    }()
}
