/// What a terminal of 80 by 24 shows of the bytes that came to it: as much of an xterm as ncurses makes use of.
struct DrawnScreen: Sendable {
    private static let width = 80
    private static let height = 24
    private static let blank = Array(repeating: Unicode.Scalar(" "), count: width)

    private var rows = Array(repeating: blank, count: height)
    private var row = 0
    private var column = 0
    private var top = 0
    private var bottom = height - 1
    private var last = Unicode.Scalar(" ")
    /// Bytes of what is unfinished.
    private var open: [UInt8] = []

    var text: ScreenText {
        ScreenText(
            rows.map { row in
                var line = String.UnicodeScalarView()
                line.append(contentsOf: row)
                return String(line)
            }.joined(separator: "\n"))
    }

    mutating func take(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        guard open.isEmpty else {
            open.append(byte)
            if open[0] == 0x1B { goOnWithSequence() } else { goOnWithCharacter() }
            return
        }
        switch byte {
        case 0x1B, 0xC0...0xFF: open = [byte]
        case 0x08: column = max(0, column - 1)
        case 0x09: column = min(Self.width - 1, (column / 8 + 1) * 8)
        case 0x0A: lineFeed()
        case 0x0D: column = 0
        case 0x20...0x7E: put(Unicode.Scalar(byte))
        default: break
        }
    }

    private mutating func goOnWithCharacter() {
        let length = open[0] >= 0xF0 ? 4 : open[0] >= 0xE0 ? 3 : 2
        guard open.count == length else { return }
        for scalar in String(decoding: open, as: UTF8.self).unicodeScalars { put(scalar) }
        open = []
    }

    private mutating func goOnWithSequence() {
        let final = open[open.count - 1]
        switch open[1] {
        case UInt8(ascii: "["):
            guard open.count > 2, (0x40...0x7E).contains(final) else { return }
            let parameters = String(decoding: open[2..<(open.count - 1)], as: UTF8.self)
            open = []
            if parameters.contains("?") {
                if parameters.contains("1049") { rows = Array(repeating: Self.blank, count: Self.height) }
            } else {
                control(final, parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) })
            }
        case UInt8(ascii: "("), UInt8(ascii: ")"):
            if open.count == 3 { open = [] }
        case UInt8(ascii: "M"):
            if row == top { scroll(-1, from: top) } else { row = max(0, row - 1) }
            open = []
        default:
            open = []
        }
    }

    private mutating func control(_ final: UInt8, _ parameters: [Int?]) {
        let first = parameters.first ?? nil
        let second = parameters.count > 1 ? parameters[1] : nil
        let count = max(1, first ?? 1)
        switch Character(Unicode.Scalar(final)) {
        case "A": move(row - count, column)
        case "B": move(row + count, column)
        case "C": move(row, column + count)
        case "D": move(row, column - count)
        case "G": move(row, count - 1)
        case "d": move(count - 1, column)
        case "H": move(count - 1, (second ?? 1) - 1)
        case "J": erase(first ?? 0)
        case "K": eraseLine(first ?? 0)
        case "X": for place in column..<min(Self.width, column + count) { rows[row][place] = " " }
        case "P":
            rows[row].removeSubrange(column..<min(Self.width, column + count))
            rows[row] = Array((rows[row] + Self.blank).prefix(Self.width))
        case "@":
            rows[row] = Array(
                (rows[row][..<column] + Self.blank.prefix(count) + rows[row][column...]).prefix(Self.width))
        case "L": for _ in 0..<count { scroll(-1, from: row) }
        case "M": for _ in 0..<count { scroll(1, from: row) }
        case "S": for _ in 0..<count { scroll(1, from: top) }
        case "T": for _ in 0..<count { scroll(-1, from: top) }
        case "b": for _ in 0..<count { put(last) }
        case "r":
            (top, bottom) = (count - 1, min(Self.height, second ?? Self.height) - 1)
            move(0, 0)
        default: break
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if column >= Self.width {
            column = 0
            lineFeed()
        }
        rows[row][column] = scalar
        column += 1
        last = scalar
    }

    private mutating func move(_ row: Int, _ column: Int) {
        self.row = min(max(0, row), Self.height - 1)
        self.column = min(max(0, column), Self.width - 1)
    }

    private mutating func lineFeed() {
        if row == bottom { scroll(1, from: top) } else { row = min(Self.height - 1, row + 1) }
    }

    /// By one line: up where positive.
    private mutating func scroll(_ direction: Int, from first: Int) {
        guard first <= bottom else { return }
        rows.remove(at: direction > 0 ? first : bottom)
        rows.insert(Self.blank, at: direction > 0 ? bottom : first)
    }

    private mutating func erase(_ kind: Int) {
        let lines = kind == 0 ? row + 1..<Self.height : kind == 1 ? 0..<row : 0..<Self.height
        for line in lines { rows[line] = Self.blank }
        eraseLine(kind)
    }

    private mutating func eraseLine(_ kind: Int) {
        let place = min(column, Self.width - 1)
        let range = kind == 0 ? place..<Self.width : kind == 1 ? 0..<place + 1 : 0..<Self.width
        for place in range { rows[row][place] = " " }
    }
}
