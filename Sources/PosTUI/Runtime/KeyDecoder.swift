import PayEngine

/// Makes keys and pastes of what ncurses reads.
struct KeyDecoder {
    enum Input: Equatable {
        case key(Key)
        case paste(String)
    }

    /// Above every code of ncurses' own.
    static let pasteStartCode: Int32 = 600
    static let pasteEndCode: Int32 = 601
    /// More than any field takes.
    static let pasteLimit = 4096

    private var paste: String?

    /// - Parameters:
    ///   - value: a character, or a code of ncurses.
    ///   - isCode: which of both.
    mutating func decode(_ value: UInt32, isCode: Bool) -> Input? {
        if isCode { return decode(code: Int32(value)) }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        if var text = paste {
            guard scalar.value != 0x1B else {
                // The end mark was lost: the keyboard must not stay captured.
                paste = nil
                return .key(.escape)
            }
            if text.utf8.count < Self.pasteLimit { text.unicodeScalars.append(scalar) }
            paste = text
            return nil
        }
        return Self.key(scalar).map(Input.key)
    }

    private mutating func decode(code: Int32) -> Input? {
        switch code {
        case Self.pasteStartCode:
            paste = ""
            return nil
        case Self.pasteEndCode:
            defer { paste = nil }
            return paste.map(Input.paste)
        default:
            // A key within a paste: the end mark was lost.
            paste = nil
            return Self.key(code).map(Input.key)
        }
    }

    private static func key(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x0D: .enter
        case 0x0A: .lineFeed
        case 0x09: .tab
        case 0x1B: .escape
        case 0x08, 0x7F: .backspace
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
        case 0x00...0x1F, 0x80...0x9F: nil
        default: .character(Character(scalar))
        }
    }

    /// The codes of curses.h, in octal as it prints them.
    private static func key(_ code: Int32) -> Key? {
        switch code {
        case 0o402: .down
        case 0o403: .up
        case 0o404: .left
        case 0o405: .right
        case 0o406: .home
        case 0o407: .backspace
        case 0o411...0o424: .function(Int(code) - 0o410)
        case 0o522: .pageDown
        case 0o523: .pageUp
        case 0o527: .enter
        case 0o550: .end
        default: nil
        }
    }
}
