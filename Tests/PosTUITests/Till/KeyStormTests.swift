import TestSupport
import Testing

@testable import PayEngine
@testable import PosTUI

/// Whatever is typed and told, in whatever order: the till keeps its promises.
struct KeyStormTests {
    private static let keys: [Key] =
        [
            .enter, .enter, .lineFeed, .tab, .escape, .backspace, .up, .down, .pageUp, .pageDown, .home, .end, .left,
            .right, .control("u"), .control("n"), .control("e"), .control("f"), .control("l"), .character("?"),
            .character("w"), .character("押"),
            .character("\u{202E}"), .character("１"), .character("e\u{301}"), .character("-"), .alt("5"), .control("]"),
        ] + (1...9).map(Key.function) + "0123456789.".map(Key.character)

    private static let outcomes: [(Outcome, Reason)] = [
        (.done, .inProgress), (.waiting, .customerTyping), (.refused, .paymentError), (.unknown, .beingMade),
        (.notSent, .noConnection("x")), (.over, .releasedOrConsumed),
    ]

    @Test(arguments: 1...16)
    func stormsOfKeysScansAndAnswers(seed: Int) throws {
        var dice = SplitMix(seed: UInt64(seed) &* 77_777)
        var till = TestTill(
            seed % 2 == 0 ? .chinese : .english, sandbox: seed % 3 == 0, demoHint: seed % 5 == 0 ? ["a", "b"] : [],
            asksReference: seed % 4 == 0, clerk: seed % 2 == 0 ? Sample.manager : Sample.clerk,
            staff: [Sample.clerk, Sample.supervisor, Sample.manager])
        let staff: [StaffMember]? = seed % 3 == 1 ? [Sample.clerk, Sample.guarded] : nil
        if let staff {
            till = TestTill(.english, asksReference: seed % 2 == 0, staff: staff, signsIn: true)
        }
        var scans = 0
        for step in 0..<250 {
            let before = till.freezes.count
            let wasConfirming = till.state.context == .orderConfirmation
            let orders = till.releases.count + till.consumes.count
            let wasQuick = act(&till, &dice, step: step, scans: &scans)
            let sent = till.releases.count + till.consumes.count - orders
            #expect(sent == 0 || (sent == 1 && wasConfirming && !wasQuick), "seed \(seed), step \(step)")
            let made = till.freezes.count - before
            #expect(made == 0 || till.freezes.last?.request.staffID != nil, "somebody has signed in")
            #expect(made <= 1, "one scan makes at most one freeze (seed \(seed), step \(step))")
            #expect(made == 0 || wasQuick || till.freezes.last?.request.amount.value ?? 0 > 0)
            try Self.checkFrame(till.frame, "seed \(seed), step \(step)")
        }
        let maximum = till.state.settings.maximum
        for amount in till.releases.compactMap(\.amount) + till.consumes.map(\.amount) { #expect(amount > .zero) }
        #expect(till.usedApprovals.count == till.releases.count + till.closings.count)
        #expect(Set(till.usedApprovals).count == till.usedApprovals.count, "each once")
        #expect(Set(till.usedApprovals).isDisjoint(with: till.droppedApprovals))
        if till.state.settings.clerk?.role != .supervisor {
            #expect(till.approvers.allSatisfy { $0 != nil })
        }
        for (_, request) in till.freezes {
            #expect(request.amount > .zero && request.amount <= maximum)
            #expect(!request.code.masked.isEmpty)
            #expect(!AuthorCode.resemblesPaymentCode(request.reference ?? ""))
        }
        #expect(Set(till.freezes.map(\.id)).count == till.freezes.count)
    }

    /// Does one thing; true when it was a scan.
    private func act(_ till: inout TestTill, _ dice: inout SplitMix, step: Int, scans: inout Int) -> Bool {
        switch Int.random(in: 0..<20, using: &dice) {
        case 0, 1, 2:
            scans += 1
            let code = "13" + (0..<16).map { _ in String(Int.random(in: 0...9, using: &dice)) }.joined()
            till.scan(code, end: [[.enter], [.enter, .lineFeed], [.tab], []].randomElement(using: &dice) ?? [])
            if Bool.random(using: &dice) { till.scan(code) }
            return true
        case 3: till.scan(Sample.number)
        case 4: till.hear(.paste(["12.5", Sample.weChatCode, "押金\n1", "\u{1B}[31m"].randomElement(using: &dice) ?? ""))
        case 5, 6: tellSomething(&till, &dice)
        case 7: till.pass(milliseconds: Int64.random(in: 0...2000, using: &dice))
        case 8:
            till.hear(
                .resized(
                    Size(
                        width: Int.random(in: 0...140, using: &dice), height: Int.random(in: 0...50, using: &dice))))
            till.hear(.resized(Size(width: 80, height: 24)))
        case 9:
            till.answer(Sample.lookUp())
            if Bool.random(using: &dice) {
                // All the way to a confirmation, where the storm goes on.
                till.press(.function(Int.random(in: 7...8, using: &dice)))
                if Bool.random(using: &dice) { till.type("1") }
                till.press(.enter)
            }
            tellOfLists(&till, &dice)
        case 10, 11:
            till.type("\(Int.random(in: 0...300, using: &dice))")
            till.press(.enter)
        default:
            let key = Self.keys.randomElement(using: &dice) ?? .enter
            if Bool.random(using: &dice) { till.press(key) } else { till.hear(.key(key)) }
        }
        return false
    }

    private func tellSomething(_ till: inout TestTill, _ dice: inout SplitMix) {
        guard let (outcome, reason) = Self.outcomes.randomElement(using: &dice) else { return }
        let deposit = Sample.deposit(outcome, reason, fee: Int64.random(in: 1...5_000_000, using: &dice))
        let stories: [OrderProgress] = [
            .started(deposit), .changed(deposit), .settled(deposit), .leftOpen(deposit), .seenBefore(deposit),
            .rejected(.aboveMaximum(Fen(1))),
        ]
        if let freeze = till.freezes.randomElement(using: &dice) {
            till.hear(.freeze(freeze.id, stories.randomElement(using: &dice) ?? .started(deposit)))
            if Int.random(in: 0..<5, using: &dice) == 0 { till.hear(.freezeEnded(freeze.id)) }
        }
        if let offer = till.lastOffer {
            let offered = Sample.offered()
            let story: [OrderProgress] = stories + [.offered(offered, url: Sample.codeURL), .leftOpen(offered)]
            till.hear(.freeze(offer.id, story.randomElement(using: &dice) ?? .started(offered)))
            #expect(offer.request.staffID != nil && offer.request.amount > .zero)
        }
        if Bool.random(using: &dice) { till.hear(.news(DepositOrder(deposit))) }
        reportOrder(&till, &dice, of: deposit)
        if Bool.random(using: &dice) {
            till.hear(.openQuestions(Bool.random(using: &dice) ? [DepositOrder(deposit)] : []))
        }
        till.hear(.closed(deposit.number, .failure(.settledMeanwhile(DepositOrder(deposit)))))
    }

    private func reportOrder(_ till: inout TestTill, _ dice: inout SplitMix, of deposit: Deposit) {
        let answers: [PinAnswer] = [.accepted, .wrong(left: 2), .locked(secondsLeft: 9)]
        if let answer = answers.randomElement(using: &dice) { till.answer(pin: answer) }
        guard let outcome = Outcome.allCases.randomElement(using: &dice) else { return }
        let kind = [Order.Kind.release, .consume(keepsRest: true)].randomElement(using: &dice) ?? .release
        let order = Sample.order(deposit, Sample.laterOrder(kind, outcome, .beingMade, of: deposit))
        let stories: [OrderProgress] = [
            .started(order), .changed(order), .settled(order), .leftOpen(order), .rejected(.aboveLeft(left: Fen(1))),
        ]
        if let progress = stories.randomElement(using: &dice) { till.tell(progress) }
        if Bool.random(using: &dice) { till.hear(.news(order)) }
    }

    private func tellOfLists(_ till: inout TestTill, _ dice: inout SplitMix) {
        let ages = (0..<Int.random(in: 0...40, using: &dice)).map { _ in Int64.random(in: -1...60, using: &dice) }
        till.hear(.held(HeldScreenTests.deposits(ages)))
        till.answer(SearchResults(deposits: HeldScreenTests.deposits(ages), hasMore: Bool.random(using: &dice)))
        let answers: [PinAnswer] = [.accepted, .wrong(left: 1), .locked(secondsLeft: 60), .impossible("x")]
        let wasSignedOut = till.state.isSignedOut
        let isChecking = till.isChecking(Sample.guarded)
        let answer = answers.randomElement(using: &dice) ?? .accepted
        till.hear(.signedIn(staffID: Sample.guarded.id, answer))
        if wasSignedOut, !(isChecking && answer == .accepted) { #expect(till.state.isSignedOut) }
    }

    /// The frame has its size, and both halves of every wide character.
    private static func checkFrame(_ frame: Frame, _ comment: String) throws {
        let size = frame.size
        #expect(frame.cells.count == size.width * size.height)
        var faults = 0
        for y in 0..<size.height {
            for x in 0..<size.width {
                switch frame[x, y].content {
                case .narrow(let character): if CellWidth.of(character) != 1 { faults += 1 }
                case .wide(let character):
                    if CellWidth.of(character) != 2 || x + 1 >= size.width { faults += 1 }
                    if x + 1 < size.width, frame[x + 1, y].content != .tail { faults += 1 }
                case .tail:
                    if x == 0 { faults += 1 }
                    if x > 0, case .wide = frame[x - 1, y].content { continue }
                    faults += 1
                }
            }
        }
        #expect(faults == 0, "\(comment)")
    }
}
