import Glibc
import PayEngine
import TestSupport
import Testing

@testable import PosTUI

extension JourneyTests {
    @Test func theDemoSaysWhatItIs() async throws {
        try await Journey.run { journey in
            let till = try await journey.open(["demo", "--language", "zh-Hans"], language: .chinese)
            try await till.shows([till.words(.demoTitle), till.words(.sandbox), "0.11", "0.31", "应答丢失"])
            #expect(ProcessTable.ids(holding: "\(journey.folder.path)/.local/state/postui/demo").count == 1)
            try await till.type("12.5\r" + journey.code() + "\r")
            try await till.shows(.headline(.done))
            try await till.press("F10")
            try await till.shows(.quitConfirm)
            try await till.press("F10", until: TillTerminal.ending)
            try await till.endsWith(status: 0)
            #expect(ProcessTable.ids(holding: "\(journey.folder.path)/.local/state/postui/demo").isEmpty)
        }
    }

    @Test func twoTillsOnOneJournal() async throws {
        try await Journey.run { journey in
            let first = try await journey.openTill()
            let process = try await first.process()
            let second = try await journey.open(["run", "--config", journey.folder.file("till.toml")])
            #expect(try await second.status() == 5)
            try await second.shows(.deskCannotOpen(.locked(process: process)))
            // The first goes on.
            try await first.press("F2", until: .amountPrompt)
        }
    }

    @Test func withoutATerminal() async throws {
        try await Journey.run { journey in
            let program = try Program(
                Program.postui(), ["run", "--config", journey.folder.file("till.toml")],
                environment: ["HOME": journey.folder.path, "TERM": "tmux-256color"])
            let end = try await program.end()
            #expect(end.status == 2)
            #expect(end.output.isEmpty)
            #expect(end.errors.contains(Phrase.terminalNeeded.english))
        }
    }

    @Test func oldConsolesGetEnglish() async throws {
        var options = JourneyOptions()
        options.language = .chinese
        try await Journey.run(options) { journey in
            let till = try await journey.open(
                ["run", "--config", journey.folder.file("till.toml")], language: .english,
                environment: ["TERM": "linux"])
            try await till.shows(.homeTitle, .homeShortcut)
            try await till.type("12.5\r")
            try await till.shows(.scanPrompt)
        }
    }

    @Test(arguments: ["classic", "mono", "NO_COLOR"])
    func eachLookHasItsColours(look: String) async throws {
        var options = JourneyOptions()
        if look == "mono" { options.theme = look }
        try await Journey.run(options) { journey in
            let till = try await journey.openTill(environment: look == "NO_COLOR" ? ["NO_COLOR": "1"] : [:])
            try await till.type("12.5\r" + journey.code() + "\r")
            try await till.shows(.headline(.done))
            let hasColours = try await till.colouredScreen().contains(/\u{1B}\[[0-9;]*\b(3|4|9|10)[0-7][;m]/)
            #expect(hasColours == (look == "classic"))
        }
    }

    @Test func helpOpensAndCloses() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.press("?", until: .helpHere)
            try await till.shows([till.words(Phrase("首页", "Home")) + " " + till.words(.helpHere)])
            try await till.press("Escape", until: .homeShortcut)
            try await till.type("12\r")
            try await till.shows(.scanPrompt)
            try await till.press("F1", until: .helpHere)
            try await till.shows([till.words(Phrase("扫码", "Scan")) + " " + till.words(.helpHere)])
            // A scan on the help is not sent.
            try await till.scan(journey.code())
            try await till.shows(.scanIgnored, .helpHere)
            try await till.press("Escape", until: .scanPrompt)
            try await till.shows(.money(Fen(1200)))
            #expect(try await journey.gateway.orders().isEmpty)
        }
    }

    @Test func resizingKeepsWhatIsOnTheScreen() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.press("F2", until: .amountPrompt)
            try await till.type("0.1")
            try await resizeThereAndBack(till, .amountPrompt)
            try await till.type("2\r")
            try await till.shows(.scanPrompt, .money(Fen(12)))
            try await resizeThereAndBack(till, .scanPrompt)
            try await till.scan(journey.code())
            try await till.shows(.headline(.waiting))
            let number = try await till.orderNumber()
            try await resizeThereAndBack(till, .headline(.waiting))
            // The result comes while the terminal is too small to show it.
            try await till.resize(60, 20)
            try await till.shows(.terminalTooSmall)
            try await journey.gateway.setState("frozen", of: number)
            try await Polling.until("the outcome is written") {
                try journey.lines(of: number).last == "frozen(held)"
            }
            try await till.resize(80, 24)
            try await till.shows([till.words(.headline(.done)), number])
            try await resizeThereAndBack(till, .headline(.done))
            _ = try await journey.onlyOrder()
        }
    }

    private func resizeThereAndBack(_ till: TillTerminal, _ phrase: Phrase) async throws {
        let before = try await till.shows(phrase)
        try await till.resize(60, 20)
        try await till.shows(.terminalTooSmall)
        try await till.resize(100, 30)
        try await till.shows(phrase)
        try await till.resize(80, 24)
        // With the number that stood there, once all of it is drawn again.
        try await till.shows([till.words(phrase)] + [before.orderNumber].compactMap { $0 })
    }
}
