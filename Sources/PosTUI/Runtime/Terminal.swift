import CNcurses
import Glibc

/// The terminal, by ncurses: raw keys in, cells out. Belongs to the thread of the loop. No other file knows ncurses.
final class Terminal {
    private let screen: OpaquePointer
    private var looks: [Role: Look] = [:]
    private var shown: Frame?
    private var decoder = KeyDecoder()
    private var isOpen = true

    /// A role's look as ncurses wants it.
    private struct Look {
        var attributes: attr_t
        var pair: Int16
    }

    /// Takes the terminal over. The locale must be set, and signals installed, before.
    init(theme: Theme) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        CrashGuard.arm()
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        guard let screen = postui_newterm() else { throw .unknownTerminal(name) }
        self.screen = screen
        guard postui_can_move_cursor() != 0 else {
            endwin()
            delscreen(screen)
            throw .unknownTerminal(name)
        }
        enterModes()
        prepareLooks(theme)
        resize()
    }

    deinit {
        close()
    }

    var size: Size { Size(width: Int(getmaxx(postui_stdscr())), height: Int(getmaxy(postui_stdscr()))) }

    /// Gives the terminal back as it was. Can be called again.
    func close() {
        guard isOpen else { return }
        isOpen = false
        send(Self.pasteMarksOff)
        curs_set(1)
        endwin()
        delscreen(screen)
        CrashGuard.disarm()
    }

    /// Reads the terminal's size anew after SIGWINCH; everything is drawn again.
    func resize() {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else { return }
        resizeterm(Int32(window.ws_row), Int32(window.ws_col))
        forgetShown()
    }

    /// After SIGCONT: somebody else may have used the terminal.
    func resume() {
        reset_prog_mode()
        enterModes()
        forgetShown()
    }

    /// Draws the cells that changed since the last call, and nothing when none did.
    func draw(_ frame: Frame) {
        let changes = FrameDifference.changes(from: shown, to: frame)
        guard !changes.isEmpty || shown?.cursor != frame.cursor else { return }
        for change in changes { draw(change) }
        if let cursor = frame.cursor {
            move(Int32(cursor.y), Int32(cursor.x))
            curs_set(1)
        } else {
            curs_set(0)
        }
        wrefresh(postui_stdscr())
        shown = frame
    }

    /// Everything that was typed since the last call.
    func readInput() -> [KeyDecoder.Input] {
        var inputs: [KeyDecoder.Input] = []
        while true {
            var value: wint_t = 0
            let kind = get_wch(&value)
            if kind == ERR { break }
            if let input = decoder.decode(value, isCode: kind == KEY_CODE_YES) { inputs.append(input) }
        }
        return inputs
    }

    // MARK: - Modes

    private static let pasteMarksOn = "\u{1B}[?2004h"
    private static let pasteMarksOff = "\u{1B}[?2004l"

    private func enterModes() {
        raw()
        noecho()
        nonl()
        let window = postui_stdscr()
        keypad(window, true)
        nodelay(window, true)
        leaveok(window, false)
        // Long enough for the rest of a key's sequence to come, short enough not to be felt.
        set_escdelay(25)
        define_key("\u{1B}[200~", KeyDecoder.pasteStartCode)
        define_key("\u{1B}[201~", KeyDecoder.pasteEndCode)
        send(Self.pasteMarksOn)
    }

    /// Past ncurses: it knows no name for these.
    private func send(_ sequence: String) {
        let bytes = Array(sequence.utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }

    private func forgetShown() {
        shown = nil
        clearok(postui_stdscr(), true)
    }

    // MARK: - Cells

    private func prepareLooks(_ theme: Theme) {
        let hasColours = has_colors() && start_color() == OK
        if hasColours { use_default_colors() }
        for (index, role) in Role.allCases.enumerated() {
            let style = theme[role]
            var attributes = Self.attributes(style.attributes)
            var pair: Int16 = 0
            if hasColours {
                let foreground = colour(style.foreground)
                if foreground.isBright { attributes |= postui_bold() }
                pair = Int16(index + 1)
                init_pair(pair, foreground.number, colour(style.background).number)
            }
            looks[role] = Look(attributes: attributes, pair: pair)
        }
    }

    private static func attributes(_ attributes: Style.Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= postui_bold() }
        if attributes.contains(.dim) { result |= postui_dim() }
        if attributes.contains(.reverse) { result |= postui_reverse() }
        if attributes.contains(.underline) { result |= postui_underline() }
        return result
    }

    /// The nearest that the terminal has: bold stands for bright where it has eight colours.
    private func colour(_ colour: Style.Colour) -> (number: Int16, isBright: Bool) {
        switch colour {
        case .standard: return (-1, false)
        case .palette(let index):
            if index < Int(postui_colours()) { return (Int16(index), false) }
            return index < 16 ? (Int16(index - 8), true) : (-1, false)
        }
    }

    private func draw(_ change: FrameDifference.Change) {
        let character: Character
        switch change.cell.content {
        case .narrow(let own), .wide(let own): character = own
        case .tail: return
        }
        // ncurses takes one base character and up to four marks.
        var scalars = character.unicodeScalars.prefix(5).map { wchar_t(bitPattern: $0.value) }
        scalars.append(0)
        let look = looks[change.cell.role] ?? Look(attributes: 0, pair: 0)
        var cell = cchar_t()
        setcchar(&cell, scalars, look.attributes, look.pair, nil)
        mvadd_wch(Int32(change.y), Int32(change.x), &cell)
    }
}
