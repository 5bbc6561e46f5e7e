import PayEngine
import TestSupport
import Testing

@testable import PosTUI

/// The terminals that shops have, by what `TERM` says, with the sequences that they send for their keys.
@Suite(.serialized) struct TerminalTypeTests {
    struct Kind: Sendable, CustomStringConvertible {
        let name: String
        /// F1 to F4; the others are spelled alike everywhere.
        let functionKeys: [String]

        init(_ name: String, _ functionKeys: String...) {
            self.name = name
            self.functionKeys = functionKeys.map { "\u{1B}" + $0 }
        }

        var description: String { name }

        func f(_ number: Int) -> String {
            if number <= functionKeys.count { return functionKeys[number - 1] }
            return "\u{1B}[\([15, 17, 18, 19, 20, 21, 23, 24][number - 5])~"
        }
    }

    static let kinds = [
        Kind("putty", "[11~", "[12~", "[13~", "[14~"), Kind("linux", "[[A", "[[B", "[[C", "[[D"),
        Kind("vt220", "OP", "OQ", "OR", "OS"), Kind("screen", "OP", "OQ", "OR", "OS"),
        Kind("xterm", "OP", "OQ", "OR", "OS"), Kind("xterm-256color", "OP", "OQ", "OR", "OS"),
    ]

    @Test(arguments: kinds)
    func keysWorkAndHeldOnesDoNoHarm(kind: Kind) async throws {
        try await RawDesk.run(terminal: kind.name) { desk in
            let till = desk.till
            for (number, phrase) in [
                (1, Phrase.helpHere), (2, .amountPrompt), (3, .numberPrompt), (4, .openQuestionsTitle),
                (6, .heldTitle), (7, .findText),
            ] {
                // From Home each.
                try await till.press("\u{1B}", until: .homeShortcut)
                try await till.press(kind.f(number), until: phrase)
            }
            // Delete, Insert, Shift-F5, Ctrl-Space, the number pad's 5 where it types nothing: held.
            try await till.press("\u{1B}", until: .homeShortcut)
            for held in ["\u{1B}[3~", "\u{1B}[2~", "\u{1B}[15;2~", "\u{00}"] {
                for _ in 0..<60 {
                    try await till.send(held)
                    try await till.pause(4)
                }
                try await desk.isAlive(f2: kind.f(2))
            }
            // The number pad in its application mode.
            for key in ["Oq", "Or", "On", "Ou", "OM"] {
                try await till.pause(150)
                try await till.send("\u{1B}" + key)
            }
            try await till.shows(.scanPrompt, .money(Fen(1250)))
            #expect(try await desk.fees().isEmpty)
            try await till.press(kind.f(10), until: .quitConfirm)
            try await till.pause(500)
            let start = till.written.count
            try await till.send(kind.f(10))
            try await till.ends(with: 0, leaving: ["\u{1B}[?2004l"], since: start)
            #expect(try await till.left() == "\n")
        }
    }

    @Test(arguments: [["LINES=100000", "COLUMNS=100000"], ["LINES=-1"], ["LINES=0", "COLUMNS=0"], ["COLUMNS=5"]])
    func theWindowIsAsLargeAsTheKernelSays(variables: [String]) async throws {
        let folder = try TemporaryFolder()
        let path = try TillFile(bases: [try ClosedPort().base]).write(into: folder)
        let till = try RawTerminal(["run", "--config", path], in: folder, variables: variables)
        defer { till.close() }
        try await till.shows(.homeShortcut)
    }

    @Test(arguments: ["no-such-terminal", "dumb", ""])
    func anUnknownTerminalIsSaid(name: String) async throws {
        for language in TillConfiguration.Language.allCases {
            let folder = try TemporaryFolder()
            var file = TillFile(bases: [try ClosedPort().base])
            file.language = language.rawValue
            let path = try file.write(into: folder)
            let till = try RawTerminal(["run", "--config", path], in: folder, terminal: name)
            defer { till.close() }
            try await till.ends(with: 2, leaving: [], since: 0)
            let sentence = Phrase.terminalError(.unknownTerminal(name)).text(in: language)
            #expect(String(decoding: till.written, as: UTF8.self).contains(sentence))
        }
    }
}
