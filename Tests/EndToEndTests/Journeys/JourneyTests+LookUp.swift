import PayEngine
import Testing

@testable import PosTUI
@testable import SandboxGateway

extension JourneyTests {
    @Test(arguments: TillConfiguration.Language.allCases)
    func lookUpWithHistory(language: TillConfiguration.Language) async throws {
        var options = JourneyOptions()
        options.language = language
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            // High enough for all that is said of them: this till did not make them.
            try await till.resize(80, 50)
            // Three releases, one of which failed.
            try await till.type("0.71\r" + journey.code() + "\r")
            try await till.shows(.headline(.done))
            let number = try await till.orderNumber()
            try await till.press("Escape", until: .homeShortcut)
            try await till.press("F3", until: .numberPrompt)
            try await till.scan(number)
            let screen = try await till.shows(
                .fromGateway, .releases, .release(.released), .release(.refused), .leftTotal, .differencesTitle)
            let order = try await journey.onlyOrder()
            let (released, left) = (order["released"]?.whole ?? 0, order["left"]?.whole ?? 0)
            #expect(released + left == 71 && released > 0 && left > 0)
            #expect(screen.holds("\(till.words(.frozenTotal)) 0.71"))
            #expect(screen.holds("\(till.words(.releasedTotal)) \(Fen(Int64(released)).yuan)"))
            #expect(screen.holds("\(till.words(.leftTotal)) \(Fen(Int64(left)).yuan)"))
            try await narrow(till, screen)
            // The gateway goes away: what the journal knows is shown, and said to be so.
            await journey.gateway.end()
            try await till.press("F5", until: .fromJournal)
            try await till.shows([number, till.words(.headline(.done)), till.words(.journalSays)])
        }
    }

    /// One release's number shows only that one.
    private func narrow(_ till: TillTerminal, _ screen: ScreenText) async throws {
        let label = till.words(.releaseNumber)
        let numbers = screen.text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            return words.count == 2 && words[0] == label ? String(words[1]) : nil
        }
        try #require(numbers.count == 3, "three releases:\n\(screen)")
        try await till.press("F6", until: .releasePrompt)
        try await till.type(numbers[1] + "\r")
        let narrowed = try await till.shows([till.words(.onlyRelease(numbers[1])), till.words(.releaseNumber)])
        #expect(!narrowed.holds(numbers[0]) && !narrowed.holds(numbers[2]))
        try await till.press("F6", until: .releasePrompt)
        try await till.press("Enter")
        try await till.shows([numbers[0], numbers[2]])
    }

    /// Another till's order: both platforms are asked.
    @Test func lookUpOfAnotherTillsOrder() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.press("F3", until: .numberPrompt)
            try await till.scan(journey.code())
            try await till.shows(.codeIsNoNumber)
            try await till.type("sz010002cz17000001\r")
            try await till.shows(.fromGateway, .notInJournal)
            try await till.press("Escape", until: .homeShortcut)
            #expect(try await journey.gateway.orders().isEmpty)
        }
    }
}
