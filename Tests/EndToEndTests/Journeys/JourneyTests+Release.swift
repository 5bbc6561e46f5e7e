import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// Releases and consumes by the screens.
extension JourneyTests {
    private static let clerk = StaffMember(id: "1206", name: "Li", role: .clerk)

    /// A clerk, and a supervisor with a PIN.
    private static func options(_ language: TillConfiguration.Language = .english) throws -> JourneyOptions {
        var options = JourneyOptions()
        options.language = language
        options.staff = [clerk] + (try PinCommandTests.staff().prefix(1))
        return options
    }

    /// 0.02 deposited, 0.03 back refused, 0.01 back, partial shown, 0.02 back refused, 0.01 back, whole shown.
    @Test(arguments: TillConfiguration.Language.allCases)
    func releaseInParts(language: TillConfiguration.Language) async throws {
        try await Journey.run(Self.options(language)) { journey in
            let till = try await journey.openTill()
            let number = try await deposit("0.02", .alipay, till, journey)
            try await till.press("F7", until: .orderFormPrompt(.release))
            try await refuse("0.03", left: 2, till)
            try await release("0.01", till)
            try await till.shows(.stillHeld(Fen(1)), .money(Fen(1)))
            try await till.press("F3", until: .fromGateway)
            try await till.shows(.partlyReleased, .nextAtHeld(Fen(1)))
            try await till.press("F7", until: .orderFormPrompt(.release))
            try await refuse("0.02", left: 1, till)
            try await release("0.01", till)
            try await till.shows(.stillHeld(.zero))
            try await till.press("F3", until: .fromGateway)
            try await till.shows(.whollyReleased, .headline(.over))
            let order = try await journey.onlyOrder()
            #expect(order["number"]?.text == number)
            #expect(order["released"]?.whole == 2)
            #expect(order["left"]?.whole == 0)
            let releases = try journey.lines(of: number).filter { $0.hasPrefix("unfreeze.") }
            #expect(releases.count { $0.hasPrefix("unfreeze.intent") } == 2)
            #expect(releases.count { $0.hasPrefix("unfreeze.released") } == 2)
            #expect(try journey.folder.files(holding: PinCommandTests.pin) == [])
        }
    }

    /// The rest goes back at once, which is said before it happens.
    @Test func consumeOnWeChatPay() async throws {
        try await Journey.run(Self.options()) { journey in
            let till = try await journey.openTill()
            _ = try await deposit("100", .wechat, till, journey)
            try await consume("30", till)
            try await till.shows(["WeChat Pay gives the rest, CNY 70.00, back at once. That can't be undone."])
            // Whatever a scanner sends confirms nothing.
            for end in ["\r", "\n", "\t", ""] {
                try await till.scan(journey.code(), end: end)
                try await till.shows(.scanIgnored, .orderFormConfirm(.consume))
                // The last key parts these from the next scan, as a pause does.
                try await till.press("Enter", "Space", "y", "Left")
                try await till.hearsAll()
                try await till.hides(.scanIgnored)
                try await till.shows(.orderFormConfirm(.consume))
            }
            #expect(try await journey.onlyOrder()["left"]?.whole == 10000)
            try await till.press("F9", until: "CONSUMED")
            try await till.shows(.stillHeld(.zero))
            let order = try await journey.onlyOrder()
            #expect(order["consumed"]?.whole == 3000)
            #expect(order["released"]?.whole == 7000)
        }
    }

    /// The rest stays frozen as chosen, and goes back later.
    @Test func consumeOnAlipayThenRelease() async throws {
        try await Journey.run(Self.options(.chinese)) { journey in
            let till = try await journey.openTill()
            let number = try await deposit("100", .alipay, till, journey)
            try await till.press("F8", until: .orderFormPrompt(.consume))
            try await till.press("F6", until: "按 F6 改为随即退还")
            try await till.type("30\r")
            try await till.shows(["其余 ￥70.00 继续冻结"])
            try await till.press("F9", until: "已消费")
            try await till.shows(.stillHeld(Fen(7000)))
            #expect(try await journey.onlyOrder()["left"]?.whole == 7000)
            // Another day: from the order's number.
            try await till.press("Escape", until: .resultTitle)
            try await till.press("Escape", until: .homeShortcut)
            try await till.scan(number)
            try await till.shows(.fromGateway, .consumes, .nextAtHeld(Fen(7000)))
            try await till.press("F7", until: .orderFormPrompt(.release))
            try await till.shows(["70.00"])
            try await till.press("Enter", until: .pinPrompt(PinCommandTests.staff()[0]))
            try await approve(till)
            try await till.press("F9", until: "已解冻")
            let order = try await journey.onlyOrder()
            #expect(order["consumed"]?.whole == 3000)
            #expect(order["released"]?.whole == 7000)
        }
    }

    @Test func wrongPinAndScannedPin() async throws {
        try await Journey.run(Self.options()) { journey in
            let till = try await journey.openTill()
            _ = try await deposit("50", .wechat, till, journey)
            try await till.press("F7", until: .orderFormPrompt(.release))
            // The only supervisor need not be chosen.
            try await till.press("Enter", until: .pinPrompt(PinCommandTests.staff()[0]))
            // A scan is no try, a wrong PIN is one.
            try await till.scan(PinCommandTests.pin)
            try await till.shows(.scanIsNoPin)
            try await till.press("BSpace")
            try await till.hides(.scanIsNoPin)
            try await till.scan(journey.code())
            try await till.shows(.scanIsNoPin)
            try await typePin("0000", till)
            try await till.shows(.pinWrong(left: 4))
            try await typePin("0001", till)
            try await till.shows(.pinWrong(left: 3))
            try await typePin(PinCommandTests.pin, till)
            try await till.shows(.orderFormConfirm(.release), .whatHappens)
            try await till.scan(journey.code())
            try await till.shows(.scanIgnored, .orderFormConfirm(.release))
            #expect(try await journey.onlyOrder()["left"]?.whole == 5000)
            try await till.press("F9", until: "RELEASED")
            #expect(try await journey.onlyOrder()["left"]?.whole == 0)
            #expect(try journey.folder.files(holding: PinCommandTests.pin) == [])
        }
    }

    /// A clerk can't close an open question; the supervisor's PIN does, and who and why stay on the look-up.
    @Test func closingOnTheScreenWithAPin() async throws {
        try await Journey.run(Self.options()) { journey in
            let order = "sz010002cz1795239487000000000003"
            try OldJournal.write(
                to: journey.folder.file("journal"), order: order, fee: 1250, base: journey.gateway.base)
            let till = try await journey.openTill()
            try await till.press("F4", until: order)
            try await till.press("F8", until: .closingPrompt)
            try await till.type("seen on the console\r")
            try await till.shows(.pinPrompt(PinCommandTests.staff()[0]))
            try await typePin("0000", till)
            try await till.shows(.pinWrong(left: 4))
            try await typePin(PinCommandTests.pin, till)
            try await till.shows(.closingConfirm)
            #expect(try !journey.lines(of: order).contains("closed"))
            try await till.press("F9", until: .closedByHand)
            #expect(try journey.lines(of: order).contains("closed"))
            try await till.press("Escape", until: .homeShortcut)
            try await till.resize(80, 50)
            try await till.scan(order)
            try await till.shows([till.words(.closedBy), "seen on the console", till.words(.event("closed"))])
        }
    }

    // MARK: - Hands

    /// Returns the deposit's number.
    private func deposit(
        _ amount: String, _ platform: PayPlatform, _ till: TillTerminal, _ journey: Journey
    ) async throws -> String {
        try await till.type("\(amount)\r" + journey.code(platform) + "\r")
        try await till.shows(.headline(.done), .platform(platform))
        return try await till.orderNumber()
    }

    private func refuse(_ amount: String, left: Int64, _ till: TillTerminal) async throws {
        try await till.type(amount)
        try await till.shows(.aboveLeft(Fen(left)))
        try await till.press("Enter")
        // A key that parts them, as a person's pause does.
        try await till.press("Right", "C-u")
        try await till.hides(.aboveLeft(Fen(left)))
        try await till.shows([Fen(left).yuan, till.words(.orderFormPrompt(.release))])
    }

    /// From the amount to the end, with the supervisor's approval.
    private func release(_ amount: String, _ till: TillTerminal) async throws {
        try await till.type(amount)
        try await till.press("Enter", until: .pinPrompt(PinCommandTests.staff()[0]))
        try await approve(till)
        try await till.press("F9", until: Phrase("已解冻", "RELEASED"))
    }

    private func approve(_ till: TillTerminal) async throws {
        try await typePin(PinCommandTests.pin, till)
        try await till.shows(.orderFormConfirm(.release), .whatHappens)
    }

    private func consume(_ amount: String, _ till: TillTerminal) async throws {
        try await till.press("F8", until: .orderFormPrompt(.consume))
        try await till.type("\(amount)\r")
        try await till.shows(.orderFormConfirm(.consume), .whatHappens)
    }

    /// As slowly as a person: a key that means nothing parts the digits, as a pause would.
    func typePin(_ pin: String, _ till: TillTerminal) async throws {
        for digit in pin { try await till.press(String(digit), "Left") }
        try await till.press("Enter")
    }
}
