import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

extension JourneyTests {
    @Test(arguments: TillConfiguration.Language.allCases)
    func oldDepositsOnTheBoard(language: TillConfiguration.Language) async throws {
        var options = JourneyOptions()
        options.language = language
        try await Journey.run(options) { journey in
            let numbers = (1...3).map { "sz010002cz179523874100420000000\($0)" }
            for (number, days) in zip(numbers, [28, 10, 0]) {
                try OldJournal.writeFrozen(
                    to: journey.folder.file("journal"), order: number, fee: 10000, daysAgo: days,
                    reference: "30\(days)",
                    base: journey.gateway.base)
            }
            let till = try await journey.openTill()
            try await till.shows(.notice(.expiring(1)))
            try await till.press("F6", until: .heldTitle)
            let total = till.words(.heldTotal(3, Fen(30000)))
            let screen = try await till.shows([
                total, "! " + till.words(.days(2)), till.words(.days(20)), "3028", "300",
            ])
            // Oldest first.
            let rows = screen.text.split(separator: "\n").filter { $0.contains("0000 000") && $0.contains("100.00") }
            try #require(rows.count == 3)
            #expect(rows[0].contains("> 0000 0001") && rows[1].contains("0000 0002") && rows[2].contains("0000 0003"))
            try await till.press("Down")
            try await till.press("Enter")
            try await till.shows([till.words(.journalSays), numbers[1]])
            try await till.press("End")
            try await till.shows(["3010"])
            try await till.press("Escape", until: .heldTitle)
            try await till.press("Escape", until: .homeShortcut)
        }
    }

    @Test func searchByReferenceAndLastDigits() async throws {
        var options = JourneyOptions()
        options.deposit = "ask_reference = true"
        try await Journey.run(options) { journey in
            let till = try await journey.openTill()
            var numbers: [String] = []
            for (amount, reference) in [("12.5", "302 张先生"), ("20", "415")] {
                try await till.type(amount + "\r")
                try await till.shows(.referencePrompt)
                try await till.type(reference)
                try await till.press("Enter", until: .scanPrompt)
                try await till.scan(journey.code())
                try await till.shows([till.words(.headline(.done)), reference])
                numbers.append(try await till.orderNumber())
                try await till.press("Escape", until: .homeShortcut)
            }
            try await till.press("F7", until: .findText)
            try await till.type("302 张")
            try await till.press("Enter")
            try await till.shows([till.words(.found(1)), "302 张先生", numbers[0]])
            try await till.press("Enter", until: .fromGateway)
            try await till.shows([till.words(.fromGateway), numbers[0]])
            try await till.press("End")
            try await till.shows(["302 张先生"])
            try await till.press("Escape", until: .found(1))
            try await till.press("Escape", until: .findHint)
            try await till.press("C-u")
            // With the spaces that groups have.
            try await till.type(numbers[1].suffix(8).prefix(4) + " " + numbers[1].suffix(4))
            try await till.press("Enter")
            try await till.shows([till.words(.found(1)), "415", numbers[1]])
            try await till.press("Escape", until: .findHint)
            try await till.press("C-u")
            try await till.press("Tab")
            try await till.type("20")
            try await till.press("Enter")
            try await till.shows([till.words(.found(1)), "415"])
            // Words in the look-up are searched for, too; nothing of them was sent.
            try await till.press("F3", until: .numberPrompt)
            try await till.type("张先生")
            try await till.press("Enter")
            try await till.shows([till.words(.found(1)), numbers[0]])
        }
    }
}
