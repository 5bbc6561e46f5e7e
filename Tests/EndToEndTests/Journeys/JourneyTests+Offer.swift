import PayEngine
import Testing

@testable import PosTUI
@testable import SandboxGateway

extension JourneyTests {
    /// Nobody scans or pays unless told to.
    private static let patient = ["--scan-seconds", "3600", "--password-seconds", "3600"]

    /// From Home to the code; what a reader makes of the screen.
    private func offer(_ till: TillTerminal, _ journey: Journey) async throws -> (number: String, url: String?) {
        try await till.type("12.5\r")
        try await till.shows(.scanPrompt, .offerInstead)
        try await till.press("C-t", until: .offerTitle)
        try await Polling.until("the gateway has made a code") { try await lightCells(till) > 300 }
        // The code stands between the lines of words, the number's among them.
        let number = try #require(try await journey.onlyOrder()["number"]?.text)
        let screen = StyledScreen(try await till.colouredScreen(), size: Size(width: 80, height: 24))
        let image = FrameImage(screen.frame, theme: .builtInMono, screen: .lightOnDark)
        return (number, try await CodeReader().read(image))
    }

    private func lightCells(_ till: TillTerminal) async throws -> Int {
        let screen = StyledScreen(try await till.colouredScreen(), size: Size(width: 80, height: 24))
        return screen.frame.cells.count { $0.role == .qrLight }
    }

    @Test(arguments: TillConfiguration.Language.allCases)
    func codeIsShownAndPaid(language: TillConfiguration.Language) async throws {
        var options = JourneyOptions()
        options.language = language
        options.gateway = Self.patient
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            let (number, url) = try await offer(till, journey)
            let order = try await journey.onlyOrder()
            #expect(order["number"]?.text == number)
            #expect(order["pay_platform"]?.whole == 2 && order["freeze_fee"]?.whole == 1250)
            #expect(url != nil && url == order["code_url"]?.text, "what the phone reads is what the gateway gave")
            // Neither Enter nor a scan changes anything now.
            try await till.press("Enter")
            try await till.scan(journey.code(.alipay))
            try await till.shows(.scanIgnored, .offerTitle)
            try await journey.gateway.act("scan", on: number)
            // Beside the code, where English words take two lines.
            try await till.shows([language == .chinese ? "等待用户输入密码中" : "WAITING FOR THE CUSTOMER'S"])
            try await journey.gateway.act("pay", on: number)
            try await till.shows(.headline(.done), .platform(.alipay), .money(Fen(1250)), .next(.done))
            #expect(try await till.orderNumber() == number)
            let lines = try journey.lines(of: number)
            #expect(lines.first == "intent" && lines.last == "frozen(held)")
            #expect(try await journey.onlyOrder()["state"]?.text == "frozen")
        }
    }

    @Test(arguments: ["Escape", "F2"])
    func codeIsGivenUpAndPaidAllTheSame(key: String) async throws {
        var options = JourneyOptions()
        options.gateway = Self.patient
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            let (number, _) = try await offer(till, journey)
            try await till.press(key)
            try await till.shows(.offerGivenUp, .background(1), key == "F2" ? .amountPrompt : .homeShortcut)
            try await journey.gateway.act("pay", on: number)
            try await till.shows(.newsOpen, .headline(.done))
            try await till.press("C-n", until: number)
            try await till.shows(.headline(.done), .money(Fen(1250)), .platform(.alipay))
            _ = try await journey.onlyOrder()
        }
    }

    /// Some orders are there before anybody has scanned: that must not take the code from the customer's eyes.
    @Test func codeOfAnOrderThatIsThereAtOnce() async throws {
        var options = JourneyOptions()
        options.gateway = Self.patient + ["--unscanned-as-created"]
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            let (number, url) = try await offer(till, journey)
            try await till.shows(["WAITING FOR THE CUSTOMER'S"])
            let screen = StyledScreen(try await till.colouredScreen(), size: Size(width: 80, height: 24))
            let image = FrameImage(screen.frame, theme: .builtInMono, screen: .lightOnDark)
            #expect(try await CodeReader().read(image) == url)
            try await journey.gateway.act("pay", on: number)
            try await till.shows(.headline(.done), .money(Fen(1250)))
        }
    }

    /// The window shrinks and grows: the code comes back.
    @Test func codeInAnotherWindow() async throws {
        var options = JourneyOptions()
        options.gateway = Self.patient + ["--code-url-bytes", "200"]
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            let (number, url) = try await offer(till, journey)
            #expect(url?.utf8.count == 200)
            try await till.resize(60, 20)
            try await till.shows(.terminalTooSmall)
            try await till.resize(110, 45)
            try await till.shows(.offerTitle)
            try await Polling.until("a phone reads the code again") {
                let text = try await till.colouredScreen()
                let screen = StyledScreen(text, size: Size(width: 110, height: 45))
                let image = FrameImage(screen.frame, theme: .builtInMono, screen: .lightOnDark)
                return try await CodeReader().read(image) == url
            }
            #expect(try await journey.onlyOrder()["number"]?.text == number)
        }
    }
}
