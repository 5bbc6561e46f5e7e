import PayEngine
import Testing

@testable import PosTUI
@testable import SandboxGateway

extension JourneyTests {
    @Test(arguments: TillConfiguration.Language.allCases)
    func passwordWait(language: TillConfiguration.Language) async throws {
        var options = JourneyOptions()
        options.language = language
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            try await till.type("0.12\r" + journey.code() + "\r")
            try await till.shows(.headline(.waiting), .showPasswordHint, .progressHint)
            if language == .chinese { try await till.shows(["等待用户输入密码中"]) }
            let number = try await till.orderNumber()
            // The screen is alive, and never pretends to cancel.
            try await till.shows(anyOf: (1..<60).map { .elapsed($0, of: 60) })
            try await till.press("Escape")
            try await till.shows(.cannotBeTakenBack, .headline(.waiting))
            try await till.scan(journey.code())
            try await till.shows(.scanIgnored, .headline(.waiting))
            #expect(try await journey.onlyOrder()["sendings"]?.whole == 1)
            try await journey.gateway.setState("frozen", of: number)
            try await till.shows(.headline(.done), .money(Fen(12)))
            #expect(try journey.lines(of: number) == ["intent", "waiting(customer_typing)", "frozen(held)"])
            #expect(try await journey.onlyOrder()["number"]?.text == number)
        }
    }

    @Test func customerStops() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.type("0.12\r" + journey.code() + "\r")
            try await till.shows(.headline(.waiting))
            try await journey.gateway.setState("stopped", of: try await till.orderNumber())
            try await till.shows(.headline(.refused), .reason(.customerStopped), .next(.refused))
        }
    }

    /// 101, and then no such order: our key or parameters are wrong.
    ///
    /// The advice is not to try again, which the general one is.
    @Test(arguments: TillConfiguration.Language.allCases)
    func callerWrong(language: TillConfiguration.Language) async throws {
        var options = JourneyOptions()
        options.language = language
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            try await till.type("0.20\r" + journey.code() + "\r")
            let reason = Reason.callerWrong(GatewayVerdict(status: 101))
            let lead = till.words(.reason(reason)).prefix { $0 != "[" }
            let screen = try await till.shows([
                till.words(.headline(.refused)), String(lead), till.words(.next(.refused, reason)),
            ])
            #expect(!screen.holds(till.words(.next(.refused))))
            #expect(!screen.holds(language == .chinese ? "按 F2 重新收款" : "with F2"))
        }
    }

    @Test func aRefusedDepositIsTold() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.type("0.23\r" + journey.code() + "\r")
            try await till.shows([till.words(.headline(.refused)), till.words(.next(.refused)), "[104"])
            #expect(try await journey.gateway.orders().isEmpty)
            // The next try is a new order.
            let number = try await till.orderNumber()
            try await till.press("F2", until: .amountPrompt)
            try await till.type("7\r" + journey.code() + "\r")
            try await till.shows(.headline(.done))
            #expect(try await till.orderNumber() != number)
        }
    }

    @Test(arguments: TillConfiguration.Language.allCases)
    func anUnknownDepositIsToldAsUnknown(language: TillConfiguration.Language) async throws {
        var options = JourneyOptions()
        options.language = language
        options.polling = "interval_seconds = 0.1\nlimit_seconds = 0.6"
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            // The answer is lost, and every query is refused.
            try await till.type("0.62\r" + journey.code() + "\r")
            try await till.shows(.headline(.unknown), .next(.unknown))
            if language == .chinese {
                try await till.shows(["结果未知", "通过订单查询确认支付结果或手机端商户管理系统确认支付结果"])
            }
            let number = try await till.orderNumber()
            try await till.press("F4", until: .openQuestionsTitle)
            try await till.shows([number, "0.62", till.words(.openCount) + " 1"])
            try await closeByHand(till, journey)
            try await till.press("Escape", until: .headline(.unknown))
            #expect(try await journey.onlyOrder()["sendings"]?.whole == 1)
        }
    }

    /// Tries to close the one open question; it is too early.
    private func closeByHand(_ till: TillTerminal, _ journey: Journey) async throws {
        // Said before a reason and a PIN are typed.
        try await till.press("F8")
        // Without the seconds that are left.
        let sentence = till.words(.closingRefusal(.tooEarly(secondsLeft: 0)))
        try await till.shows([String(sentence.prefix { $0 != "0" })])
    }

    @Test func notSent() async throws {
        let closed = try ClosedPort()
        var options = JourneyOptions()
        options.bases = [closed.base]
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            try await till.type("12\r" + journey.code() + "\r")
            try await till.shows(.headline(.notSent), .next(.notSent), .gatewayDown)
            let number = try await till.orderNumber()
            #expect(try journey.lines(of: number) == ["intent", "not_sent(no_connection)"])
            #expect(try await journey.gateway.orders().isEmpty)
        }
    }
}
