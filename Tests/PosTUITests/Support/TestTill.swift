@testable import PayEngine
@testable import PosTUI

/// A till without a terminal: keys in, effects and frames out.
///
/// Its clock moves only when told.
struct TestTill {
    private(set) var state: State
    /// Everything that was asked for so far.
    private(set) var effects: [Effect] = []

    init(
        _ language: TillConfiguration.Language = .chinese, size: Size = Size(width: 80, height: 24),
        sandbox: Bool = false, demoHint: [String] = [], asksReference: Bool = false, maximum: Fen? = nil,
        clerk: StaffMember? = Sample.clerk, staff: [StaffMember]? = nil, wanted: StaffMember? = nil,
        signsIn: Bool = false, wechatPartialRelease: Bool = false
    ) {
        var configuration = Sample.configuration(base: sandbox ? "http://127.0.0.1:8080" : "https://pay.qcloud.com")
        configuration.deposit.asksReference = asksReference
        configuration.deposit.wechatPartialRelease = wechatPartialRelease
        if let staff { configuration.staff = staff }
        if let maximum { configuration.deposit.maximum = maximum }
        let settings = Settings(
            configuration: configuration, language: language, clerk: clerk,
            zone: .fixed(seconds: 8 * 3600), demoHint: demoHint)
        state = State(settings: settings, size: size, now: Sample.start)
        if signsIn { state.startWork(wanted) }
        hear(.started)
        hear(.health(.up(base: "https://pay.qcloud.com", clockOffset: 0)))
        effects = []
    }

    var frame: Frame { view(state) }
    var text: String { frame.lines.joined(separator: "\n") }

    /// Without regard to where lines break.
    var words: String { text.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

    mutating func hear(_ content: Event.Content) {
        effects += update(&state, Event(content, at: state.now))
    }

    mutating func pass(milliseconds: Int64) {
        advance(milliseconds: milliseconds)
        hear(.tick)
    }

    /// Time in which nothing happens, not even a tick.
    mutating func advance(milliseconds: Int64) {
        state.now.wall = Timestamp(milliseconds: state.now.wall.milliseconds + milliseconds)
        state.now.uptime += milliseconds
    }

    /// As an NTP client does it: nothing else goes on.
    mutating func setWallClock(by seconds: Int64) {
        state.now.wall = Timestamp(milliseconds: state.now.wall.milliseconds + seconds * 1000)
    }

    /// The machine sleeps, and wakes up.
    mutating func sleep(milliseconds: Int64) {
        state.now.suspended += milliseconds
        pass(milliseconds: milliseconds)
    }

    /// As a person does it, with half a second before each key; F9 and what leaves count a moment later.
    mutating func press(_ keys: Key...) {
        for key in keys {
            pass(milliseconds: key == .function(9) ? 800 : 500)
            hear(.key(key))
            if [.function(9), .function(10), .control("x")].contains(key) { pass(milliseconds: 100) }
        }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// As a scanner does it: 5 ms for each character, unless it is told otherwise.
    mutating func scan(_ text: String, gap: Int64 = 5, end: [Key] = [.enter]) {
        send(text.map(Key.character) + end, gap: gap)
    }

    /// Keys with the same pause before each.
    mutating func send(_ keys: [Key], gap: Int64) {
        for key in keys {
            pass(milliseconds: gap)
            hear(.key(key))
        }
    }

    /// The amount that the next code would freeze.
    var armed: Fen? {
        guard case .scan(let screen) = state.screen else { return nil }
        return screen.draft.amount
    }

    mutating func clearEffects() {
        effects = []
    }

    /// Types an amount and scans a code.
    mutating func send(_ amount: String = "12.50", code: String = Sample.weChatCode) {
        press(.function(2))
        type(amount)
        press(.enter)
        pass(milliseconds: 2000)
        scan(code)
    }

    /// The freeze that was asked for last.
    var lastFreeze: (id: FreezeID, request: FreezeRequest)? {
        freezes.last
    }

    var freezes: [(id: FreezeID, request: FreezeRequest)] {
        effects.compactMap { effect in
            guard case .freeze(let id, let request) = effect else { return nil }
            return (id, request)
        }
    }

    /// The freeze whose code was asked for last.
    var lastOffer: (id: FreezeID, request: CodeRequest)? {
        effects.reversed().lazy.compactMap { effect in
            guard case .offerCode(let id, let request) = effect else { return nil }
            return (id, request)
        }.first
    }

    /// Types an amount and asks for a code to show.
    mutating func offer(_ amount: String = "12.50") {
        press(.function(2))
        type(amount)
        press(.enter)
        press(.control("t"))
    }

    mutating func tellOffer(_ progress: OrderProgress) {
        guard let id = lastOffer?.id else { return }
        hear(.freeze(id, progress))
    }

    /// Answers the search that was asked for last.
    mutating func answer(_ found: SearchResults) {
        for effect in effects.reversed() {
            guard case .find(let id, _) = effect else { continue }
            hear(.found(id, found))
            return
        }
    }

    /// The staff ID whose PIN was handed over last.
    var lastApproval: (staffID: String, pin: Pin)? {
        effects.reversed().lazy.compactMap { effect in
            guard case .signIn(let staffID, let pin) = effect else { return nil }
            return (staffID, pin)
        }.first
    }

    /// Answers the look-up that was asked for last.
    mutating func answer(_ found: LookUp) {
        for effect in effects.reversed() {
            guard case .lookUp(let id, _, _, _) = effect else { continue }
            hear(.lookedUp(id, found))
            return
        }
    }

    // MARK: - Releases and consumes

    /// Looks a deposit up and shows what was found.
    mutating func find(_ found: LookUp) {
        press(.function(3))
        scan(Sample.number)
        answer(found)
    }

    var releases: [ReleaseRequest] {
        effects.compactMap { effect in
            guard case .release(_, let request, _) = effect else { return nil }
            return request
        }
    }

    /// Whose approvals the releases and closings so far used up, as far as they were asked for.
    var approvers: [String?] {
        usedApprovals.map { used in
            effects.lazy.compactMap { effect -> String?? in
                switch effect {
                case .approve(used, _, let staffID, _, _): .some(staffID)
                case .approveWithoutPin(used, _, let staffID): .some(staffID)
                default: nil
                }
            }.first ?? nil
        }
    }

    /// By which approvals something was asked for so far.
    var usedApprovals: [ApprovalID] {
        effects.compactMap { effect in
            switch effect {
            case .release(_, _, let id), .close(_, _, let id): id
            default: nil
            }
        }
    }

    /// What was dropped unused.
    var droppedApprovals: [ApprovalID] {
        effects.compactMap { if case .dropApproval(let id) = $0 { id } else { nil } }
    }

    /// What was approved by somebody without a PIN.
    var ownApprovals: [(id: ApprovalID, action: ApprovedAction, staffID: String?)] {
        effects.compactMap { effect in
            guard case .approveWithoutPin(let id, let action, let staffID) = effect else { return nil }
            return (id, action, staffID)
        }
    }

    /// The closings that were asked for, and why.
    var closings: [(number: OrderNumber, reason: String)] {
        effects.compactMap { effect in
            guard case .close(let number, let reason, _) = effect else { return nil }
            return (number, reason)
        }
    }

    var consumes: [ConsumeRequest] {
        effects.compactMap { effect in
            guard case .consume(_, let request) = effect else { return nil }
            return request
        }
    }

    /// The PINs that the desk was asked about, of whom and what for.
    var approvals: [(id: ApprovalID, action: ApprovedAction, staffID: String, pin: Pin)] {
        effects.compactMap { effect in
            guard case .approve(let id, let action, let staffID, let pin, _) = effect else { return nil }
            return (id, action, staffID, pin)
        }
    }

    mutating func answer(pin answer: PinAnswer) {
        guard let id = approvals.last?.id else { return }
        hear(.approved(id, answer))
    }

    /// Of the order that was sent last; what names an order, of the last one of that kind.
    mutating func tell(_ progress: OrderProgress) {
        for effect in effects.reversed() {
            switch effect {
            case .release(let id, _, _), .consume(let id, _):
                if progress.madeOrder?.kind == .freeze { continue }
                return hear(.order(id, progress))
            case .freeze(let id, _):
                if let order = progress.madeOrder, order.kind != .freeze { continue }
                return hear(.freeze(id, progress))
            case .approve, .approveWithoutPin, .dropApproval, .lookUp, .close, .loadOpenQuestions, .checkHealth,
                .watchConnection, .listenToNews,
                .loadStartNotices, .offerCode, .loadHeld, .find, .signIn, .noteSignIn, .withdraw, .listenToAnswers,
                .quit:
                continue
            }
        }
    }

    /// Whether that member's PIN is being checked.
    func isChecking(_ member: StaffMember) -> Bool {
        ([state.screen] + state.trail).contains { screen in
            guard case .signIn(let asking) = screen else { return false }
            return asking.stage == .checking(member)
        }
    }
}
