import FoundationEssentials
import Glibc
import PayEngine

/// Prints a code for the customer to scan, as soon as it is offered.
struct OfferPrinter {
    let printer: OrderPrinter

    func receive(_ progress: OrderProgress) {
        switch progress {
        case .offered(let order, let url, let until): print(order, url, until)
        case .heldBack, .started, .changed, .settled, .leftOpen, .seenBefore, .rejected: return
        }
    }

    private func print(_ order: DepositOrder, _ url: String, _ expiry: Timestamp?) {
        let deposit = order.deposit
        let until = expiry.map { LocalTime.local.dayAndTime($0) } ?? "-"
        StandardStreams.tell(printer.text(.offeredCode(deposit, url: url, until: until)))
        guard printer.json else {
            for line in lines(url) { StandardStreams.print(line) }
            return
        }
        var report = OrderReport(made: deposit)
        report.codeURL = url
        report.expiry = expiry?.seconds
        StandardStreams.print(report.json)
    }

    /// Into a file or a pipe the code goes in ASCII.
    private func lines(_ url: String) -> [String] {
        guard isatty(STDOUT_FILENO) == 1 else { return QRCode(text: url, glyphs: [.blanks]).plainLines ?? [] }
        let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
        let glyphs = QRGlyphs.available(isUTF8: TerminalLocale.set(), terminal: terminal)
        return QRCode(text: url, glyphs: glyphs).terminalLines(in: Self.room) ?? []
    }

    /// The terminal without the lines that follow the code: what became of it, and the shell's next.
    private static var room: Size {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_row > 0, window.ws_col > 0 else {
            return Size.minimum
        }
        return Size(width: Int(window.ws_col), height: max(0, Int(window.ws_row) - 4))
    }
}
