import PayEngine

/// What a state looks like. Reads nothing but the state.
func view(_ state: State) -> Frame {
    var frame = Frame(size: state.size)
    guard state.size.isEnough else {
        let rect = Rect(x: 0, y: 0, width: state.size.width, height: state.size.height)
        let words = state.isQuitting ? Phrase.quitConfirm : .terminalTooSmall
        frame.put(wrapped: words.text(in: state.language), in: rect, role: .warning)
        return frame
    }
    MainView.draw(state, on: &frame)
    return frame
}

/// The frame round every screen: title, banner, the screen itself, a note, status and hints.
enum MainView {
    /// Lines longer than this are hard to read; a wider terminal leaves margins.
    private static let widest = 108
    private static let margin = 2

    static func draw(_ state: State, on frame: inout Frame) {
        drawTitle(state, on: &frame)
        drawBanner(state, on: &frame)
        drawScreen(state, on: &frame, in: body(state.size))
        if let note = state.note {
            let y = frame.size.height - 3
            frame.put(note.text(in: state.language), x: body(state.size).x, y: y, role: .warning)
        }
        StatusBar.draw(state, on: &frame, y: frame.size.height - 2)
        HintBar.draw(state, on: &frame, y: frame.size.height - 1)
        if state.isQuitting {
            let count = state.underWayCount
            let dialog = Dialog(
                title: Phrase.quitTitle.text(in: state.language),
                paragraphs: [
                    Phrase.quitExplains(count).text(in: state.language), Phrase.quitConfirm.text(in: state.language),
                ])
            dialog.draw(on: &frame)
        }
    }

    /// Where the screens draw.
    static func body(_ size: Size) -> Rect {
        let width = min(size.width - 2 * margin, widest)
        return Rect(x: (size.width - width) / 2, y: 2, width: width, height: size.height - 5)
    }

    private static func drawTitle(_ state: State, on frame: inout Frame) {
        let x = frame.put("postui", x: margin, y: 0, role: .muted) + 2
        frame.put(title(state.screen).text(in: state.language), x: x, y: 0, role: .title)
        if state.settings.isSandbox {
            let words = " \(Phrase.sandbox.text(in: state.language)) "
            frame.put(words, endingAt: frame.size.width - margin, y: 0, role: .sandbox)
        }
    }

    private static func title(_ screen: Screen) -> Phrase {
        switch screen {
        case .home: .homeTitle
        case .amount: .amountTitle
        case .reference: .referenceTitle
        case .scan: .scanTitle
        case .progress: .progressTitle
        case .result: .resultTitle
        case .lookUp: .lookUpTitle
        case .openQuestions: .openQuestionsTitle
        case .help: .helpTitle
        case .followUp(let screen): .followUpTitle(screen.draft.purpose)
        case .followUpProgress: .followUpProgressTitle
        case .followUpResult: .followUpResultTitle
        case .offer: .offerTitle
        case .held: .heldTitle
        case .find: .findTitle
        case .signIn: .signInTitle
        }
    }

    private static func drawBanner(_ state: State, on frame: inout Frame) {
        guard let item = state.weightiestNews else {
            frame.horizontalLine(x: 0, y: 1, width: frame.size.width)
            return
        }
        let language = state.language
        frame.fill(Rect(x: 0, y: 1, width: frame.size.width, height: 1), role: .banner)
        var words = Phrase.news(
            item.kind, headline: item.headline.text(in: language), amount: Phrase.money(item.amount).text(in: language),
            time: state.settings.zone.time(item.time(at: state.now))
        ).text(in: language)
        if state.news.count > 1 { words += "  " + Phrase.newsMore(state.news.count - 1).text(in: language) }
        let key = state.isSignedOut ? "" : Phrase.newsOpen.text(in: language)
        let end = frame.size.width - margin - CellWidth.of(key)
        frame.put("! " + words, x: margin, y: 1, role: .banner, limit: end - 1)
        frame.put(key, x: end, y: 1, role: .banner)
    }

    private static func drawScreen(_ state: State, on frame: inout Frame, in rect: Rect) {
        switch state.screen {
        case .home: HomeView.draw(state, on: &frame, in: rect)
        case .amount(let screen): AmountView.draw(screen, state: state, on: &frame, in: rect)
        case .reference(let screen): ReferenceView.draw(screen, state: state, on: &frame, in: rect)
        case .scan(let screen): ScanView.draw(screen, state: state, on: &frame, in: rect)
        case .progress(let id):
            if let freeze = state.freezes[id] { ProgressView.draw(freeze, state: state, on: &frame, in: rect) }
        case .result(let screen): ResultView.draw(screen, state: state, on: &frame, in: rect)
        case .lookUp(let screen): LookUpView.draw(screen, state: state, on: &frame, in: rect)
        case .openQuestions(let screen): OpenQuestionsView.draw(screen, state: state, on: &frame, in: rect)
        case .help(let screen): HelpView.draw(screen, state: state, on: &frame, in: rect)
        case .followUp(let screen): FollowUpView.draw(screen, state: state, on: &frame, in: rect)
        case .followUpProgress(let id):
            if let run = state.followUps[id] { FollowUpProgressView.draw(run, state: state, on: &frame, in: rect) }
        case .followUpResult(let screen): FollowUpResultView.draw(screen, state: state, on: &frame, in: rect)
        case .offer(let id):
            if let freeze = state.freezes[id] { OfferView.draw(freeze, state: state, on: &frame, in: rect) }
        case .held(let screen): HeldView.draw(screen, state: state, on: &frame, in: rect)
        case .find(let screen): FindView.draw(screen, state: state, on: &frame, in: rect)
        case .signIn(let screen): SignInView.draw(screen, state: state, on: &frame, in: rect)
        }
    }
}
