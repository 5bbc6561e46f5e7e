import PayEngine
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// Raw bytes with their pauses, on a real pseudo-terminal, to the real till: none of them ends it, and none makes an
/// amount or an order that nobody meant.
@Suite(.serialized) struct TerminalInputTests {
    private static let f8 = "\u{1B}[19~"
    private static let f10 = "\u{1B}[21~"

    private func run(_ body: (RawDesk) async throws -> Void) async throws { try await RawDesk.run(body: body) }

    @Test func heldKeysFlowControlAndPastesDoNotEndTheTillAndF10AskedTwiceDoes() async throws {
        try await run { desk in
            let till = desk.till
            for bytes in ["\u{13}\u{11}", "\u{03}", "\u{11}", "\u{1A}", "\u{1C}"] { try await till.send(bytes) }
            try await desk.isAlive()
            for held in ["\u{1B}[3~", "\u{1B}[2~", "\u{1B}[15;2~", "\u{00}", "\u{1B}Ou"] {
                for _ in 0..<110 {
                    try await till.send(held)
                    try await till.pause(4)
                }
                try await desk.isAlive()
            }
            try await till.send("\u{1B}[200~" + String(repeating: "7", count: 400) + "\u{1B}[201~", gap: 1)
            try await desk.isAlive()
            try await till.send(String(repeating: "张", count: 51), gap: 1)
            try await desk.isAlive()
            #expect(try await desk.fees().isEmpty)
            // Somebody writes over the screen.
            let foreign = "Broadcast message from root"
            try till.scribble("\u{1B}[5;10H" + foreign)
            try await till.shows([foreign])
            try await till.send("\u{0C}")
            try await till.hides(foreign)
            try await till.shows(.amountPrompt)
            // It asks, and any other key stays.
            try await till.send(Self.f10)
            try await till.shows(.quitTitle, .quitConfirm)
            try await till.pause(400)
            try await till.send("\u{1B}")
            try await till.hides(Phrase.quitConfirm.text(in: .english))
            try await till.send(Self.f10)
            try await till.shows(.quitConfirm)
            let start = till.written.count
            try await till.pause(400)
            // A scan on its heels is not for the shell.
            try await till.send(Self.f10 + TestMerchant.code(.wechat) + "\r")
            try await till.ends(with: 0, leaving: ["\u{1B}[?2004l", "\u{1B}[?1049l"], since: start)
            #expect(try await till.left() == "\n")
            #expect(try await desk.fees().isEmpty)
        }
    }

    @Test func cutCharactersAltSequencesAndFramesOfScansChangeNoAmount() async throws {
        try await run { desk in
            let till = desk.till
            let two = Phrase.money(Fen(20000))
            // The full-width point.
            try await till.press(RawDesk.f2, until: .amountPrompt)
            try await till.send([0x31, 0x32, 0xEF, 0xBC])
            try await till.pause(30)
            try await till.send([0x8E])
            try await till.send([0x35, 0x30])
            try await till.shows(["12.50"])
            try await till.send("\r")
            try await till.shows(.scanPrompt, .money(Fen(1250)))
            // The full-width 1.
            try await till.press(RawDesk.f2, until: .amountPrompt)
            try await till.send([0xEF, 0xBC])
            try await till.pause(30)
            try await till.send([0x91])
            for digit in "200" {
                try await till.pause(90)
                try await till.send(String(digit))
            }
            try await till.pause(90)
            try await till.send("\r")
            try await till.shows(.scanPrompt, .money(Fen(120_000)))
            for bytes in ["\u{1B}5", "\u{1B}\u{1B}[15~"] {
                try await desk.arm("200")
                try await till.shows([two.text(in: .english)])
                try await till.send(bytes)
                try await till.pause(200)
                try await till.send("\r")
                try await till.pause(400)
                try await till.shows(.scanPrompt, two)
            }
            try await till.send("\u{02}" + TestMerchant.code(.wechat) + "\u{03}\r")
            try await till.shows(.headline(.done), two)
            #expect(try await desk.fees() == [20000])
            // Each digit behind an escape byte.
            try await desk.arm("200")
            try await till.send(TestMerchant.code(.wechat).map { "\u{1B}\($0)" }.joined() + "\r")
            try await Polling.until("it is frozen", within: .seconds(10)) { try await desk.fees().count == 2 }
            #expect(try await desk.fees() == [20000, 20000])
        }
    }

    @Test func aPasteConfirmsNothingAndAnEndlessOneTakesNoLaterScanWithIt() async throws {
        try await run { desk in
            let till = desk.till
            try await desk.arm("200")
            // It ends by itself after a second of silence; what follows within another is dropped.
            try await till.send("\u{1B}[200~")
            try await till.pause(2300)
            try await till.send(TestMerchant.code(.wechat) + "\r")
            try await till.shows(.headline(.done))
            try await till.press(Self.f8, until: .orderFormPrompt(.consume))
            try await till.pause(400)
            try await till.send("30", gap: 90)
            try await till.send("\r")
            try await till.shows(.orderFormConfirm(.consume), .whatHappens)
            // F9 counts a moment after the screen has come.
            try await till.pause(1200)
            try await till.send("\u{1B}[200~\u{1B}[20~\u{1B}[201~")
            try await till.pause(1000)
            try await till.shows(.orderFormConfirm(.consume))
            #expect(try await desk.gateway.orders()[0]["left"]?.whole == 20000)
            try await till.send("\u{1B}[20~")
            try await Polling.until("F9 itself confirms", within: .seconds(10)) {
                try await desk.gateway.orders()[0]["consumed"]?.whole == 3000
            }
        }
    }
}
