import Testing

@testable import PayEngine
@testable import PosTUI

/// Every screen in both languages, 80×24.
///
/// How to write the files anew: `Golden`.
struct GoldenTests {
    typealias Language = TillConfiguration.Language

    @Test(arguments: Language.allCases)
    func homeIsAsKept(language: Language) throws {
        var till = TestTill(language)
        try Golden.check(till.frame, "home/ready", language)
        till.hear(.openQuestions([Sample.order(.unknown, .noAnswer("timeout"))]))
        till.hear(.startNotices([.tornTail(bytes: 37), .openQuestions(1), .lateSuccesses(2)]))
        till.hear(.health(.slow(base: "https://pay.qcloud.com", milliseconds: 2300, clockOffset: -61)))
        try Golden.check(till.frame, "home/notices", language)
    }

    @Test(arguments: Language.allCases)
    func theDemoIsAsKept(language: Language) throws {
        var till = TestTill(language, sandbox: true, demoHint: Sample.demoHint)
        till.hear(.health(.down))
        try Golden.check(till.frame, "home/demo", language)
    }

    @Test(arguments: Language.allCases)
    func theAmountIsAsKept(language: Language) throws {
        var till = TestTill(language)
        till.type("12.5")
        try Golden.check(till.frame, "amount/entered", language)
        till.type("55")
        till.press(.enter)
        try Golden.check(till.frame, "amount/problem", language)
        till.press(.control("u"))
        till.scan(Sample.weChatCode)
        try Golden.check(till.frame, "amount/payment-code", language)
    }

    @Test(arguments: Language.allCases)
    func theScanIsAsKept(language: Language) throws {
        var till = TestTill(language, asksReference: true)
        till.type("12.5")
        till.press(.enter)
        till.type("302")
        try Golden.check(till.frame, "reference/form", language)
        till.press(.enter)
        till.type("1345")
        try Golden.check(till.frame, "scan/waiting", language)
        till.press(.control("u"), .function(6))
        till.scan("6212345678901234567")
        till.press(.function(6), .function(6))
        till.scan("6212345678901234567")
        try Golden.check(till.frame, "scan/problem", language)
    }

    @Test(arguments: Language.allCases)
    func theProgressIsAsKept(language: Language) throws {
        var till = TestTill(language)
        till.send()
        try Golden.check(till.frame, "progress/sending", language)
        till.tell(.started(Sample.deposit(.unknown)))
        till.pass(milliseconds: 1000)
        try Golden.check(till.frame, "progress/waiting", language)
        till.tell(.changed(Sample.deposit(.waiting, .customerTyping)))
        till.pass(milliseconds: 30000)
        till.press(.escape)
        try Golden.check(till.frame, "progress/password", language)
        till.press(.function(10))
        try Golden.check(till.frame, "chrome/quit", language)
        till.press(.escape)
        till.tell(.changed(Sample.deposit(.unknown, .noAnswer("timeout after 15 s"))))
        try Golden.check(till.frame, "progress/doubtful", language)
    }

    @Test(arguments: Language.allCases)
    func theResultsAreAsKept(language: Language) throws {
        let verdict = GatewayVerdict(status: 104, internalStatus: 12, text: "余额不足")
        let endings: [(String, OrderProgress)] = [
            ("frozen", .settled(Sample.deposit(.done, fee: 5_000_000, reference: "302 张先生"))),
            ("refused", .settled(Sample.deposit(.refused, .refusedByGateway(verdict)))),
            ("unknown", .leftOpen(Sample.deposit(.unknown, .noAnswer("timeout after 15 s")))),
            ("not-sent", .settled(Sample.deposit(.notSent, .noConnection("connection refused")))),
            ("over", .settled(Sample.deposit(.over, .releasedOrConsumed, platform: .alipay))),
            ("seen-before", .seenBefore(Sample.deposit(.waiting, .customerTyping))),
            ("rejected", .rejected(.journal("no space left on device"))),
        ]
        for (name, progress) in endings {
            var till = TestTill(language)
            till.send()
            till.tell(progress)
            try Golden.check(till.frame, "result/\(name)", language)
        }
        var till = TestTill(language)
        till.send()
        till.hear(.freezeEnded(try #require(till.lastFreeze).id))
        try Golden.check(till.frame, "result/lost", language)
    }

    @Test(arguments: Language.allCases)
    func lateSuccess(language: Language) throws {
        var till = TestTill(language)
        till.press(.function(2))
        till.type("20")
        var late = Sample.deposit(.done, minutesAgo: 11)
        late.freeze.isLateSuccess = true
        till.hear(.news(DepositOrder(late)))
        till.hear(.news(Sample.order(.refused, .neverArrived, number: "sz010002cz17952387410042000009")))
        try Golden.check(till.frame, "chrome/banner", language)
        till.press(.control("n"))
        try Golden.check(till.frame, "result/late-success", language)
    }

    @Test(arguments: Language.allCases)
    func lookUp(language: Language) throws {
        var till = TestTill(language)
        till.press(.function(3))
        till.scan(Sample.weChatCode)
        try Golden.check(till.frame, "look-up/entry", language)
        till.scan(Sample.number)
        till.pass(milliseconds: 2000)
        try Golden.check(till.frame, "look-up/asking", language)
        till.answer(Sample.lookUp())
        try Golden.check(till.frame, "look-up/report", language)
        till.press(.end)
        try Golden.check(till.frame, "look-up/end", language)
        till.press(.function(6))
        try Golden.check(till.frame, "look-up/release", language)
    }

    @Test(arguments: Language.allCases)
    func lookUpWithoutGateway(language: Language) throws {
        var till = TestTill(language)
        till.press(.function(3))
        till.scan(Sample.number)
        var found = LookUp(number: Sample.number, source: .journal)
        var local = Sample.deposit(.unknown, .noAnswer("timeout"))
        local.freeze.closing = .init(staffID: "0001", reason: "手机端查过，没有这一单", time: Sample.wall)
        found.local = local
        found.outcome = .unknown
        found.orderProblem = .gatewayDown("connection refused")
        found.releasesProblem = .gatewayDown("connection refused")
        found.story = [.init(time: Sample.wall, event: "freeze.unknown", reason: .noAnswer("timeout"))]
        till.answer(found)
        try Golden.check(till.frame, "look-up/journal", language)
        var foreign = LookUp(number: "other-till-1", source: .journal)
        foreign.orderProblem = .platformNeeded
        till.press(.function(5))
        till.answer(foreign)
        try Golden.check(till.frame, "look-up/platform", language)
    }

    @Test(arguments: Language.allCases)
    func openQuestions(language: Language) throws {
        var till = TestTill(language, clerk: Sample.supervisor)
        till.press(.function(4))
        try Golden.check(till.frame, "open/none", language)
        let verdict = GatewayVerdict(status: 104, internalStatus: 407, text: "订单号重复")
        till.hear(
            .openQuestions([
                Sample.order(.unknown, .noAnswer("timeout after 15 s"), minutesAgo: 65),
                Sample.order(
                    .waiting, .customerTyping, number: "sz010002cz1795238741004200000002", fee: 5_000_000,
                    platform: .alipay, minutesAgo: 3),
                Sample.order(
                    .unknown, .numberUsedBefore(verdict), number: "sz010002cz1795238741004200000003", fee: 1),
            ]))
        till.press(.down)
        try Golden.check(till.frame, "open/list", language)
        till.press(.function(8))
        till.type("手机端查过，没有这一单")
        try Golden.check(till.frame, "open/reason", language)
        till.press(.enter)
        try Golden.check(till.frame, "open/confirm", language)
        till.press(.function(9))
        try Golden.check(till.frame, "open/closing", language)
        let number = try #require(OrderNumber("sz010002cz1795238741004200000002"))
        till.hear(.closed(number, .failure(.tooEarly(secondsLeft: 42))))
        try Golden.check(till.frame, "open/refusal", language)
    }

    @Test(arguments: Language.allCases)
    func theHelpIsAsKept(language: Language) throws {
        var till = TestTill(language, demoHint: Sample.demoHint)
        till.press(.function(2), .function(1))
        try Golden.check(till.frame, "help/page", language)
    }

    @Test(arguments: Language.allCases)
    func tooSmall(language: Language) throws {
        var till = TestTill(language)
        till.hear(.resized(Size(width: 79, height: 24)))
        try Golden.check(till.frame, "chrome/too-small", language)
    }
}
