import PayEngine

/// The screen of a code that the customer scans with Alipay; putting it away takes nothing back.
struct OfferScreen: TillScreen {
    enum Action: Equatable, Sendable {
        case putAway
    }

    private static let keys = KeyTable<Action>(Phrase("顾客扫码", "The customer scans"))
        .till(TillKeys.serveNext)
        .own(
            KeyBinding(
                "Esc", [.escape], .putAway, hint: Phrase("收起", "Put it away"),
                help: Phrase("收起二维码；这一单继续在后台等", "Put the code away; the order goes on by itself"))
        )
        .till(TillKeys.openQuestions, TillKeys.news, TillKeys.help, TillKeys.quit)

    static func keyTables(_ settings: Settings) -> [KeyTable<Action>] { [keys] }

    let id: FreezeID
    var freezeID: FreezeID? { id }

    var title: Phrase { .offerTitle }
    var keys: KeyTable<Action> { Self.keys }

    func perform(_ action: Action, in till: inout TillContext) -> Step {
        switch action {
        case .putAway:
            guard let freeze = till.freezes[id], freeze.deposit != nil else {
                till.note = .stillSending
                return .stay
            }
            till.note = freeze.leftInBackground
            return Step(move: .home)
        }
    }

    func draw(on frame: inout Frame, in rect: Rect, till: TillContext) {
        guard let freeze = till.freezes[id] else { return }
        OfferView.draw(freeze, till: till, on: &frame, in: rect)
    }
}

enum OfferView {
    private static let textWidth = 33
    /// Lines above a code that leaves no room beside it.
    private static let headHeight = 3

    static func draw(_ freeze: Freeze, till: TillContext, on frame: inout Frame, in rect: Rect) {
        guard let url = freeze.codeURL, let deposit = freeze.deposit, deposit.outcome == .waiting else {
            ProgressView.draw(freeze, till: till, on: &frame, in: rect)
            return
        }
        let code = QRCode(text: url, glyphs: till.settings.qrGlyphs)
        // Beyond what is good for reading: the code may need all that the window has.
        let right = frame.size.width - 2
        let x = rect.x + textWidth + 1
        let beside = Rect(x: x, y: rect.y, width: right - x, height: rect.height)
        let below = Rect(
            x: 2, y: rect.y + headHeight, width: frame.size.width - 4, height: rect.height - headHeight)
        if code.fits(in: beside) {
            drawText(freeze, deposit, till: till, on: &frame, in: rect)
            code.draw(in: beside, language: till.language, on: &frame)
        } else if code.fits(in: below) {
            drawHead(freeze, deposit, till: till, on: &frame, in: rect)
            code.draw(in: below, language: till.language, on: &frame)
        } else {
            drawText(freeze, deposit, till: till, on: &frame, in: rect)
            let windows = [beside, below].compactMap { code.windowNeeded(in: $0, of: frame.size) }
            let least = windows.min { $0.width * $0.height < $1.width * $1.height }
            let words = least.map(Phrase.qrNeedsWindow) ?? .qrImpossible
            frame.put(
                wrapped: words.text(in: till.language),
                in: Rect(x: x, y: rect.y + 1, width: rect.right - x, height: rect.height), role: .error)
        }
    }

    private static func drawText(
        _ freeze: Freeze, _ deposit: Deposit, till: TillContext, on frame: inout Frame, in rect: Rect
    ) {
        let language = till.language
        let width = textWidth
        BigNumber.draw(deposit.fee.yuan, x: rect.x, y: rect.y, role: .figures, on: &frame)
        let amount = Phrase.money(deposit.fee).text(in: language) + "  " + Phrase.platform(.alipay).text(in: language)
        frame.put(amount, x: rect.x, y: rect.y + 6, role: .strong, limit: rect.x + width)
        if let reference = deposit.reference {
            frame.put(reference.printable.cut(columns: width), x: rect.x, y: rect.y + 7, role: .muted)
        }
        // Some orders are there before anybody has scanned the code: it stays until the outcome comes.
        let isScanned = !deposit.waitsForScan
        let headline: Phrase = isScanned ? .headline(.waiting) : .offerScan
        var y = frame.put(
            wrapped: headline.text(in: language),
            in: Rect(x: rect.x, y: rect.y + 9, width: width, height: 2), role: .strong)
        let (words, role) = time(freeze, deposit, till)
        y = frame.put(
            wrapped: words.text(in: language), in: Rect(x: rect.x, y: y, width: width, height: 2), role: role)
        frame.put(
            wrapped: OrderFacts.grouped(deposit.number.text, by: 4),
            in: Rect(x: rect.x, y: y + 1, width: width, height: 2), role: .muted)
        frame.put(
            wrapped: (isScanned ? Phrase.offerTypingHint : .offerHint).text(in: language),
            in: Rect(x: rect.x, y: y + 4, width: width, height: max(0, rect.bottom - y - 4)), role: .muted)
    }

    private static func drawHead(
        _ freeze: Freeze, _ deposit: Deposit, till: TillContext, on frame: inout Frame, in rect: Rect
    ) {
        let language = till.language
        let (words, role) = time(freeze, deposit, till)
        let end = frame.put(
            Phrase.money(deposit.fee).text(in: language) + "  ", x: rect.x, y: rect.y, role: .strong)
        frame.put(words.text(in: language), x: end, y: rect.y, role: role)
        let headline: Phrase = deposit.waitsForScan ? .offerScan : .headline(.waiting)
        frame.put(headline.text(in: language), x: rect.x, y: rect.y + 1, role: .strong)
    }

    /// Returns what is left of the code's life, by the clock that nobody sets.
    private static func time(_ freeze: Freeze, _ deposit: Deposit, _ till: TillContext) -> (Phrase, Role) {
        let life = deposit.expiry.map { $0.milliseconds - deposit.startTime.milliseconds } ?? 0
        let seconds = (life - (till.now.uptime - freeze.sentTime)) / 1000
        return seconds > 0 ? (.offerLeft(seconds: seconds), .accent) : (.offerOver, .warning)
    }
}
