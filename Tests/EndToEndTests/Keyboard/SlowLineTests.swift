import PayEngine
import TestSupport
import Testing

@testable import PosTUI

/// A serial line of 9,600 baud: a character of Chinese takes three milliseconds, a key's sequence five.
@Suite(.serialized) struct SlowLineTests {
    /// A sign of three bytes is cut between reads all the time.
    @Test(arguments: ["张三1203", String(repeating: "张", count: 42)])
    func textComesWhole(text: String) async throws {
        try await RawDesk.run(deposit: "ask_reference = true") { desk in
            let till = desk.till
            try await till.sendSlowly(RawDesk.f2)
            try await till.shows(.amountPrompt)
            try await till.send("50", gap: 150)
            try await till.sendSlowly("\r")
            try await till.shows(.referencePrompt)
            let start = ContinuousClock.now
            try await till.sendSlowly(text)
            #expect(ContinuousClock.now - start >= .nanoseconds((text.utf8.count - 1) * 1_000_000_000 / 960))
            try await till.pause(500)
            try await till.sendSlowly("\r")
            try await till.shows(.scanPrompt)
            try await till.sendSlowly(TestMerchant.code(.wechat) + "\r")
            try await till.shows(.headline(.done))
            #expect(try await desk.fees() == [5000])
            let journal = try desk.folder.text(of: "journal/segment-000001.jsonl")
            #expect(journal.contains("\"reference\":\"\(text)\""), "\(journal.prefix(2000))")
            try await desk.isAlive()
        }
    }

    /// 51 signs are more than the journal keeps: that is said, none is lost on the way, and the till goes on.
    @Test func textThatIsTooLongIsSaid() async throws {
        try await RawDesk.run(deposit: "ask_reference = true") { desk in
            let till = desk.till
            try await till.press(RawDesk.f2, until: .amountPrompt)
            try await till.send("50", gap: 150)
            try await till.sendSlowly("\r")
            try await till.shows(.referencePrompt)
            try await till.sendSlowly(String(repeating: "张", count: 51))
            try await till.pause(500)
            try await till.sendSlowly("\r")
            try await till.shows(.referenceTooLong(limit: ReferenceScreen.longest, wide: 42), .referencePrompt)
            try await till.sendSlowly("\u{15}")
            try await till.sendSlowly("张三1203")
            try await till.pause(500)
            try await till.sendSlowly("\r")
            try await till.shows(.scanPrompt)
            #expect(try await desk.fees().isEmpty)
        }
    }

    @Test func aLongPasteAndHeldKeysDoNotEndTheTill() async throws {
        try await RawDesk.run { desk in
            let till = desk.till
            try await till.sendSlowly(RawDesk.f2)
            try await till.shows(.amountPrompt)
            // 400 bytes with its marks.
            let paste = "\u{1B}[200~" + String(repeating: "7", count: 388) + "\u{1B}[201~"
            #expect(paste.utf8.count == 400)
            try await till.sendSlowly(paste)
            try await desk.isAlive()
            try await till.sendSlowly(String(repeating: "\u{1B}[3~", count: 100))
            try await desk.isAlive()
            try await till.sendSlowly(String(repeating: "张", count: 51))
            try await desk.isAlive()
            #expect(try await desk.fees().isEmpty)
            // And it still takes a deposit, each sequence cut by the line.
            try await till.send("12.5", gap: 150)
            try await till.sendSlowly("\r")
            try await till.shows(.scanPrompt, .money(Fen(1250)))
            try await till.sendSlowly(TestMerchant.code(.alipay) + "\r")
            try await till.shows(.headline(.done))
            #expect(try await desk.fees() == [1250])
        }
    }
}
