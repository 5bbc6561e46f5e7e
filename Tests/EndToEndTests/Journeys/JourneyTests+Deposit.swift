import PayEngine
import Testing

@testable import PosTUI
@testable import SandboxGateway

extension JourneyTests {
    @Test(arguments: TillConfiguration.Language.allCases)
    func depositByKeyboard(language: TillConfiguration.Language) async throws {
        var options = JourneyOptions()
        options.language = language
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            try await till.press("F2", until: .amountPrompt)
            try await till.type("0.001")
            try await till.press("Enter")
            try await till.shows(.wrongAmount(.tooManyDecimals, maximum: Fen(1)))
            for _ in 1...5 { try await till.press("BSpace") }
            try await till.type("12.5")
            try await till.press("Enter")
            try await till.shows(.scanPrompt, .scanSendsAtOnce, .money(Fen(1250)))
            // Back to a wrong amount and on again: nothing is lost until something is sent.
            try await till.press("Escape", until: .amountPrompt)
            try await till.shows(["12.5"])
            try await till.press("Enter", until: .scanPrompt)
            for digit in journey.code() { try await till.press(String(digit)) }
            try await till.press("Enter")
            try await till.shows(.headline(.done), .money(Fen(1250)), .platform(.wechat), .next(.done))
            if language == .chinese { try await till.shows(["已冻结", "￥12.50", "微信支付"]) }
            let number = try await till.orderNumber()
            let order = try await journey.onlyOrder()
            #expect(order["number"]?.text == number)
            #expect(order["freeze_fee"]?.whole == 1250)
            #expect(order["state"]?.text == "frozen")
            #expect(try journey.lines(of: number) == ["intent", "frozen(held)"])
            try await till.press("Escape", until: .homeShortcut)
            try await till.press("F10")
            try await till.shows(.quitConfirm)
            try await till.press("F10", until: TillTerminal.ending)
            try await till.endsWith(status: 0)
        }
    }

    /// The whole deposit before the first screen of it was drawn.
    @Test func depositInOneBurst() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.type("200\r" + journey.code(.alipay) + "\r\n")
            try await till.shows(.headline(.done), .money(Fen(20000)), .platform(.alipay))
            #expect(try await journey.onlyOrder()["freeze_fee"]?.whole == 20000)
        }
    }

    @Test(arguments: ["\r", "\r\n", "\n", "\t"])
    func scannersEndTheirScans(end: String) async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.press("F2", until: .amountPrompt)
            try await till.type("12\r")
            try await till.shows(.scanPrompt)
            let code = journey.code()
            // The trigger was held too long: the same code comes twice.
            try await till.scan(code + end + code, end: end)
            try await till.shows(.headline(.done), .money(Fen(1200)))
            // Nor does another scan on the result do anything.
            try await till.scan(code, end: end)
            try await till.scan(journey.code(), end: end)
            try await till.shows(.scanIgnored, .headline(.done))
            try await till.hearsAll()
            try await till.shows(.headline(.done), .money(Fen(1200)))
            #expect(try await journey.onlyOrder()["sendings"]?.whole == 1)
        }
    }

    @Test func scansOnOtherScreens() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.scan(journey.code())
            try await till.shows(.amountFirst)
            try await till.press("F2", until: .amountPrompt)
            try await till.hides(.amountFirst)
            try await till.scan(journey.code(.alipay))
            try await till.shows(.amountFirst, .amountPrompt)
            // A code over a half typed amount leaves the amount as it was.
            try await till.type("34")
            // A key that parts what was typed from the scan, as a person's pause does.
            try await till.press("Right")
            try await till.hides(.amountFirst)
            try await till.shows(["34"])
            try await till.scan(journey.code())
            try await till.shows(.amountFirst)
            try await till.press("Enter", until: .scanPrompt)
            try await till.shows(.money(Fen(3400)))
            // UnionPay.
            try await till.scan("6212345678901234567")
            try await till.shows(.wrongCode(.unionPay), .scanPrompt)
            #expect(try await journey.gateway.orders().isEmpty)
            try await till.scan(journey.code())
            try await till.shows(.headline(.done))
            let number = try await till.orderNumber()
            try await till.press("Escape", until: .homeShortcut)
            // An order's number is looked up wherever it is scanned.
            try await till.scan(number)
            try await till.shows(.lookUpTitle, .fromGateway, .headline(.done))
            _ = try await journey.onlyOrder()
        }
    }

    /// The customer types for long, the next one does not wait.
    @Test func nextCustomerIsServed() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.type("0.12\r" + journey.code() + "\r")
            try await till.shows(.headline(.waiting))
            let waiting = try await till.orderNumber()
            try await till.press("F2", until: .amountPrompt)
            try await till.shows(.leftInBackground, .background(1))
            try await till.type("5\r" + journey.code() + "\r")
            try await till.shows(.headline(.done), .money(Fen(500)))
            #expect(try await till.orderNumber() != waiting)
            try await journey.gateway.setState("frozen", of: waiting)
            try await till.shows(.newsOpen)
            try await till.press("C-n", until: waiting)
            try await till.shows(.headline(.done), .money(Fen(12)))
            #expect(try await journey.gateway.orders().count == 2)
        }
    }
}
