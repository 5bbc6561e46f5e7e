import CNcurses
import Glibc

/// The terminal: bytes in, as they come; cells out, by ncurses.
///
/// Belongs to the thread of the loop. No other file knows ncurses.
final class Terminal {
    private let screen: OpaquePointer
    private var looks: [Role: Look] = [:]
    private var shown: Frame?
    /// Overwritten after each read.
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 1)
    private var isOpen = true

    /// What a read came to.
    enum Reading: Equatable {
        case bytes
        case nothing
        /// Nobody can type on this terminal any more.
        case gone
    }

    /// A role's look as ncurses wants it.
    private struct Look {
        var attributes: attr_t
        var pair: Int16
    }

    /// Takes the screen over.
    ///
    /// The terminal must be held, the locale set, and signals must wake the loop, before.
    init(theme: Theme) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let name = getenv("TERM").map { String(cString: $0) } ?? ""
        CrashGuard.coverScreen(leaving: Array("\u{1B}[?1049l".utf8))
        guard let screen = Self.open(name) else {
            CrashGuard.uncoverScreen()
            throw .unknownTerminal(name)
        }
        self.screen = screen
        guard postui_can_move_cursor() != 0 else {
            endwin()
            delscreen(screen)
            CrashGuard.uncoverScreen()
            throw .unknownTerminal(name)
        }
        if let leaving = Self.string("rmcup") { CrashGuard.coverScreen(leaving: leaving) }
        enterModes()
        prepareLooks(theme)
        resize()
    }

    deinit {
        close()
        buffer.deallocate()
    }

    var size: Size { Size(width: Int(getmaxx(postui_stdscr())), height: Int(getmaxy(postui_stdscr()))) }

    /// Gives the terminal back as it was.
    ///
    /// Can be called again.
    func close() {
        guard isOpen else { return }
        isOpen = false
        send(Self.pasteMarksOff)
        curs_set(1)
        endwin()
        delscreen(screen)
        CrashGuard.uncoverScreen()
    }

    /// Draws everything anew with the next frame: something else has written on the screen.
    func redraw() {
        forgetShown()
    }

    /// Reads the terminal's size anew after SIGWINCH; everything is drawn again.
    func resize() {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else { return }
        resizeterm(Int32(window.ws_row), Int32(window.ws_col))
        forgetShown()
    }

    /// Takes the screen back after SIGCONT: somebody else may have used the terminal.
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

    // MARK: - Input

    /// Reads what was typed since the last call.
    ///
    /// Called when something is there to be read: it waits otherwise. The bytes are gone when `take` returns: they may
    /// be a payment code or a PIN.
    func readInput(_ take: (UnsafeRawBufferPointer) -> Void) -> Reading {
        let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
        if count > 0, let start = buffer.baseAddress {
            take(UnsafeRawBufferPointer(start: start, count: count))
            explicit_bzero(start, count)
            return .bytes
        }
        // No bytes is the end of a terminal in raw mode.
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .gone
    }

    /// Drops what was typed before there was a screen to read.
    ///
    /// - Returns: whether there was any of it.
    func dropInput() -> Bool {
        var count: Int32 = 0
        guard ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0, count > 0 else { return false }
        tcflush(STDIN_FILENO, TCIFLUSH)
        return true
    }

    /// What this terminal's description says of its keys, beside the usual spellings.
    var keySequences: KeySequences {
        let names: [(String, Key)] =
            [
                ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
                ("kpp", .pageUp), ("knp", .pageDown), ("kent", .enter),
            ] + (1...12).map { ("kf\($0)", .function($0)) }
        return KeySequences(own: names.compactMap { name, key in Self.string(name).map { ($0, key) } })
    }

    /// Returns a string of the terminal's description; nil where it has none of that name.
    private static func string(_ name: String) -> [UInt8]? {
        var characters = name.utf8CString.map { $0 }
        guard let found = tigetstr(&characters), Int(bitPattern: found) != -1 else { return nil }
        return Array(String(cString: found).utf8)
    }

    // MARK: - Opening

    /// Opens the terminal by its own name, or by that of one that it is like, where this machine's database is a small
    /// one.
    private static func open(_ name: String) -> OpaquePointer? {
        // LINES and COLUMNS of the environment may be anything: how large the window is the kernel says.
        use_env(false)
        use_tioctl(true)
        if let screen = postui_newterm(name) { return screen }
        guard let kin = kin.first(where: { name.hasPrefix($0.prefix) }) else { return nil }
        let colours = name.hasSuffix("-256color") ? ["\(kin.name)-256color", kin.name] : [kin.name]
        return colours.lazy.compactMap { postui_newterm($0) }.first
    }

    private static let kin: [(prefix: String, name: String)] =
        [
            ("putty", "xterm"), ("xterm", "xterm"), ("konsole", "xterm"), ("gnome", "xterm"), ("vte", "xterm"),
            ("screen", "screen"), ("tmux", "screen"), ("linux", "linux"), ("rxvt", "rxvt"), ("vt2", "vt220"),
        ] + ["alacritty", "foot", "ghostty", "kitty", "mintty", "st-", "wezterm"].map { ($0, "xterm-256color") }

    // MARK: - Modes

    private static let pasteMarksOn = "\u{1B}[?2004h"
    private static let pasteMarksOff = "\u{1B}[?2004l"

    private func enterModes() {
        raw()
        noecho()
        nonl()
        leaveok(postui_stdscr(), false)
        // A frame is drawn whole, whatever was typed meanwhile.
        typeahead(-1)
        send(Self.pasteMarksOn)
    }

    /// Sends a sequence past ncurses, which knows no name for these.
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

    /// Returns the nearest that the terminal has: bold stands for bright where it has eight colours.
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
