import TestSupport
import Testing

@testable import PayEngine

@Suite struct OrderNumberMakerTests {
    private static let moment = Timestamp(seconds: 1_795_239_487)

    @Test(arguments: 1...16)
    func alwaysHas32Characters(length: Int) throws {
        for prefix in [String(repeating: "7", count: length), String(repeating: "z", count: length)] {
            let maker = OrderNumberMaker(prefix: prefix, random: SeededRandomSource(UInt64(length)))
            let number = try #require(try maker.make(at: Self.moment) { _ in false })
            #expect(number.text.utf8.count == 32)
            #expect(number.text.hasPrefix(prefix + "1795239487"))
            #expect(number.text.dropFirst(length).allSatisfy { ("0"..."9").contains($0) })
            #expect(!AuthorCode.resemblesPaymentCode(number.text))
        }
    }

    @Test(arguments: [
        (Int64(0), "0000000000"), (5, "0000000005"), (-5, "0000000000"), (9_999_999_999, "9999999999"),
        (10_000_000_000, "9999999999"), (Int64.max / 1000, "9999999999"),
    ])
    func alwaysHasTenDigitsOfSeconds(seconds: Int64, digits: String) throws {
        let maker = OrderNumberMaker(prefix: "p", random: SeededRandomSource(3))
        let number = try #require(try maker.make(at: Timestamp(seconds: seconds)) { _ in false })
        #expect(number.text.hasPrefix("p" + digits))
        #expect(number.text.count == 32)
    }

    @Test func avoidsTakenNumbersThoughTheClockStandsStillOrIsSetBack() throws {
        let maker = OrderNumberMaker(prefix: "sixteenletters16", random: SeededRandomSource(4))
        var taken: Set<OrderNumber> = []
        for turn in 0..<2000 {
            let moment = Timestamp(seconds: Self.moment.seconds - Int64(turn % 3))
            let number = try #require(try maker.make(at: moment) { taken.contains($0) })
            #expect(taken.insert(number).inserted)
        }
    }

    @Test func saysWhenEveryNumberIsTaken() throws {
        let maker = OrderNumberMaker(prefix: "p", random: SeededRandomSource(5))
        #expect(try maker.make(at: Self.moment) { _ in true } == nil)
    }

    @Test func asksAgainWhileTheNumberIsTaken() throws {
        let random = SeededRandomSource(6)
        let first = try #require(
            try OrderNumberMaker(prefix: "p", random: SeededRandomSource(6)).make(at: Self.moment) { _ in false })
        let again = OrderNumberMaker(prefix: "p", random: random)
        let second = try #require(try again.make(at: Self.moment) { $0 == first })
        #expect(first != second)
    }

    @Test func drawsEvenly() throws {
        // Every byte value equally often must give every character of an alphabet equally often.
        let digits = Array("0123456789".utf8)
        let text = try CountingRandom().text(2560, from: digits)
        let counts = Dictionary(grouping: text, by: { $0 }).mapValues(\.count)
        #expect(counts.count == 10)
        #expect(counts.values.allSatisfy { $0 == 256 })
    }

    /// Gives 0, 1, … 255, 0, 1 and so on.
    private final class CountingRandom: RandomSource {
        func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0) } }
    }

    @Test func noncesAre32LettersAndDigitsAndNew() throws {
        let random = SeededRandomSource(7)
        let nonces = try (0..<500).map { _ in try Nonce.make(random) }
        #expect(Set(nonces).count == nonces.count)
        for nonce in nonces {
            #expect(nonce.utf8.count == 32)
            #expect(nonce.utf8.allSatisfy { $0 < 0x80 } && nonce.allSatisfy { $0.isLetter || $0.isNumber })
        }
        #expect(Set(nonces.joined()).count == 62)
    }

    @Test func theSystemsSourceIsRandom() throws {
        let random = SystemRandom()
        #expect(try random.bytes(32) != random.bytes(32))
        #expect(try random.bytes(32).count == 32)
        #expect(try random.bytes(0).isEmpty)
    }
}
