import Testing

@testable import PayEngine
@testable import PosTUI

/// The screens of releases and consumes in both languages, 80×24.
struct OrderFormGoldenTests {
    typealias Language = TillConfiguration.Language

    private static let alipay = Sample.deposit(.done, fee: 10000, platform: .alipay, reference: "302 张先生")
    private static let wechat = Sample.deposit(.done, fee: 10000)

    private func till(_ language: Language, _ deposit: Deposit, clerk: StaffMember = Sample.clerk) -> TestTill {
        var till = TestTill(language, clerk: clerk, staff: [Sample.clerk, Sample.supervisor, Sample.manager])
        till.find(Sample.held(deposit))
        return till
    }

    @Test(arguments: Language.allCases)
    func aReleaseIsAsKept(language: Language) throws {
        var till = till(language, Self.alipay)
        till.press(.function(7))
        try Golden.check(till.frame, "release/amount", language)
        till.type("100.01")
        till.press(.enter)
        try Golden.check(till.frame, "release/above-left", language)
        till.press(.control("u"))
        till.type("30")
        till.press(.enter, .down)
        try Golden.check(till.frame, "release/approver", language)
        till.press(.enter)
        till.type("0000")
        try Golden.check(till.frame, "release/pin", language)
        till.press(.enter)
        till.answer(pin: .wrong(left: 4))
        try Golden.check(till.frame, "release/pin-wrong", language)
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        till.scan(Sample.weChatCode)
        try Golden.check(till.frame, "release/confirm", language)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        try Golden.check(till.frame, "release/preparing", language)
        let open = Sample.laterOrder(.release, .unknown, .inProgress, fee: 3000, of: Self.alipay)
        till.tell(.started(Sample.order(Self.alipay, open)))
        till.pass(milliseconds: 3000)
        try Golden.check(till.frame, "release/under-way", language)
        till.tell(.settled(Sample.order(Self.alipay, Sample.laterOrder(fee: 3000, of: Self.alipay))))
        try Golden.check(till.frame, "release/done", language)
    }

    @Test(arguments: Language.allCases)
    func releaseOutcomes(language: Language) throws {
        let endings: [(String, OrderProgress)] = [
            ("whole", .settled(order(.release, .done, .carriedOut))),
            ("refused", .settled(order(.release, .refused, .failedAtPlatform))),
            ("unknown", .leftOpen(order(.release, .unknown, .noAnswer("timeout after 15 s")))),
            ("not-sent", .settled(order(.release, .notSent, .noConnection("connection refused")))),
            ("rejected", .rejected(.onlyWhole(left: Fen(9000)))),
        ]
        for (name, progress) in endings {
            var till = till(language, Self.wechat, clerk: Sample.supervisor)
            till.press(.function(7), .enter)
            if name == "whole" { try Golden.check(till.frame, "release/confirm-whole", language) }
            till.pass(milliseconds: 1000)
            till.press(.function(9))
            till.tell(progress)
            try Golden.check(till.frame, "release/\(name)", language)
        }
    }

    @Test(arguments: Language.allCases)
    func aConsumeIsAsKept(language: Language) throws {
        var till = till(language, Self.alipay)
        till.press(.function(8))
        till.type("30")
        try Golden.check(till.frame, "consume/amount", language)
        till.press(.function(6), .enter)
        try Golden.check(till.frame, "consume/confirm-kept", language)
        till.press(.escape, .function(6), .enter)
        try Golden.check(till.frame, "consume/confirm-alipay", language)
        till = self.till(language, Self.wechat)
        till.press(.function(8))
        till.type("30")
        till.press(.enter)
        try Golden.check(till.frame, "consume/confirm-wechat", language)
        till.pass(milliseconds: 1000)
        till.press(.function(9))
        till.tell(.settled(order(.consume(keepsRest: false), .done, .carriedOut, fee: 3000)))
        try Golden.check(till.frame, "consume/done", language)
    }

    @Test(arguments: Language.allCases)
    func lookUp(language: Language) throws {
        var deposit = Self.alipay
        var closed = Sample.laterOrder(
            .release, .unknown, .noAnswer("timeout"), fee: 1000, number: "sz010002cz1795239000004200000078",
            of: deposit)
        closed.closing = .init(staffID: "0001", reason: "手机端查过，没有这一笔", time: Sample.wall)
        deposit.laterOrders = [
            Sample.laterOrder(fee: 3000, of: deposit),
            Sample.laterOrder(
                .consume(keepsRest: true), fee: 500, number: "sz010002cz1795239000004200000079", of: deposit), closed,
        ]
        var found = Sample.held(deposit)
        var consume = Consume(number: "sz010002cz1795239000004200000079")
        consume.fee = Fen(500)
        consume.tradeState = 2
        found.consumes = [consume]
        var till = TestTill(language, size: Size(width: 80, height: 52))
        till.find(found)
        try Golden.check(till.frame, "look-up/differences", language)
    }

    @Test(arguments: Language.allCases)
    func aClosingIsAsKept(language: Language) throws {
        var till = TestTill(language, staff: [Sample.clerk, Sample.supervisor, Sample.manager])
        till.hear(.openQuestions([order(.release, .unknown, .noAnswer("timeout after 15 s"))]))
        till.press(.function(4))
        try Golden.check(till.frame, "open/release", language)
        till.press(.function(8))
        till.type("手机端查过，没有这一笔")
        till.press(.enter, .down)
        try Golden.check(till.frame, "open/approver", language)
        till.press(.enter)
        try Golden.check(till.frame, "open/pin", language)
        till.type(Sample.pin)
        till.press(.enter)
        till.answer(pin: .accepted)
        try Golden.check(till.frame, "open/confirm-approved", language)
    }

    private func order(
        _ kind: Order.Kind, _ outcome: Outcome, _ reason: Reason, fee: Int64 = 10000
    ) -> DepositOrder {
        Sample.order(Self.wechat, Sample.laterOrder(kind, outcome, reason, fee: fee, of: Self.wechat))
    }
}
