import FoundationEssentials
import Glibc
import PayEngine
import TestSupport
import Testing

@testable import PosTUI

extension JourneyTests {
    /// Nothing of it is shown, and the terminal is as it was before.
    @Test func newPinOnTheTerminal() async throws {
        try await Journey.run { journey in
            let terminal = try await journey.open(["staff", "pin", "--config", journey.folder.file("till.toml")])
            try await terminal.shows(.newPinQuestion)
            try await terminal.type(PinCommandTests.pin + "\r")
            try await terminal.shows(.newPinAgain)
            try await terminal.type(PinCommandTests.pin + "\r")
            #expect(try await terminal.status() == 0)
            let screen = try await terminal.shows(.pinGoesThere)
            let squeezed = screen.text.filter { !$0.isWhitespace }
            let text = try #require(squeezed.firstMatch(of: /pin="(scrypt:[^"]*)"/)?.output.1)
            #expect(PinHash(String(text)) != nil)
            try expectGivenBack(terminal, journey)
        }
    }

    @Test(arguments: [["1234", "1235"], ["12", ""]])
    func noPinOnTheTerminal(typed: [String]) async throws {
        try await Journey.run { journey in
            let terminal = try await journey.open(["staff", "pin", "--config", journey.folder.file("till.toml")])
            try await terminal.shows(.newPinQuestion)
            try await terminal.type(typed[0] + "\r")
            if typed[0].utf8.count > 3 {
                try await terminal.shows(.newPinAgain)
                try await terminal.type(typed[1] + "\r")
            }
            #expect(try await terminal.status() == 2)
            try await terminal.shows(typed[0].utf8.count > 3 ? .pinsDiffer : .pinForm)
            try expectGivenBack(terminal, journey)
        }
    }

    /// In the middle of typing.
    @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT])
    func endedAtThePin(signal: Int32) async throws {
        try await Journey.run { journey in
            let terminal = try await journey.open(["staff", "pin", "--config", journey.folder.file("till.toml")])
            try await terminal.shows(.newPinQuestion)
            try await terminal.type("4839")
            kill(try await terminal.process(), signal)
            #expect(try await terminal.status() == 128 + signal)
            try expectGivenBack(terminal, journey)
            #expect(try await !terminal.screen().holds("4839"))
        }
    }

    /// A supervisor with a PIN is asked for it before anything else happens.
    @Test func closingWithAPin() async throws {
        var options = JourneyOptions()
        options.staff = try PinCommandTests.staff()
        options.language = .chinese
        try await Journey.run(options) { journey in
            for (typed, answer) in [
                ("0000", Phrase.pinWrong(left: 4)), (PinCommandTests.pin, Phrase.closingRefusal(.noSuchOrder)),
            ] {
                let terminal = try await journey.open([
                    "close", "sz010002cz1795239487000000000009", "--staff", "1", "--reason", "x", "--config",
                    journey.folder.file("till.toml"),
                ])
                try await terminal.shows(.pinQuestion("1"))
                try await terminal.type(typed + "\r")
                #expect(try await terminal.status() == 2)
                try await terminal.shows(answer)
                try expectGivenBack(terminal, journey)
            }
        }
    }

    private func expectGivenBack(_ terminal: TillTerminal, _ journey: Journey) throws {
        let before = FileManager.default.contents(atPath: journey.folder.file("\(terminal.name).before"))
        let after = FileManager.default.contents(atPath: journey.folder.file("\(terminal.name).after"))
        #expect(before?.isEmpty == false)
        #expect(before == after, "stty -a tells the same")
        let written = WrittenBytes(file: journey.folder.file("\(terminal.name).written"))
        #expect(!written.withoutSequences.holds(PinCommandTests.pin))
    }
}
