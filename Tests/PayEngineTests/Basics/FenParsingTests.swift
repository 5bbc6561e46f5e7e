import TestSupport
import Testing

@testable import PayEngine

@Suite struct FenParsingTests {
    @Test(arguments: [
        ("12", 1200), ("12.5", 1250), ("12.50", 1250), ("12.", 1200), (".5", 50), ("0.01", 1), (".01", 1), ("007", 700),
        (" 12.5 ", 1250), ("21474836.47", 2_147_483_647), ("１２．５", 1250), ("１２。５０", 1250), ("0000000000000000001", 100),
    ])
    func yuanAreRead(text: String, fen: Int64) throws {
        #expect(try Fen(yuan: text) == Fen(fen))
    }

    @Test(arguments: [
        ("", Fen.ParsingError.empty), (" ", .empty), ("   ", .empty),
        (".", .notANumber), ("-", .notANumber), ("-.", .notANumber), ("1.2.3", .notANumber), ("1..2", .notANumber),
        ("1e3", .notANumber), ("1,000", .notANumber), ("1，000", .notANumber), ("+5", .notANumber), ("--5", .notANumber),
        ("5-", .notANumber), ("1 2", .notANumber), ("0x10", .notANumber), ("٣", .notANumber), ("१", .notANumber),
        ("¥5", .notANumber), ("五", .notANumber), ("inf", .notANumber), ("NaN", .notANumber), ("1\n", .notANumber),
        ("1\u{0}", .notANumber), ("1\u{301}", .notANumber), ("1.٣", .notANumber), ("½", .notANumber),
        ("²", .notANumber),
        ("-1", .negative), ("-0", .negative), ("－1", .negative), ("-0.001", .negative),
        ("0", .zero), ("0.00", .zero), ("00", .zero), (".0", .zero), ("０", .zero),
        ("0.001", .tooManyDecimals), ("0.000", .tooManyDecimals), ("12.345", .tooManyDecimals),
        ("1.000", .tooManyDecimals),
        ("21474836.48", .tooLarge), ("21474837", .tooLarge), ("99999999999999999999999999999999", .tooLarge),
        ("9223372036854775807", .tooLarge),
    ])
    func whatIsNoAmountIsRefused(text: String, error: Fen.ParsingError) {
        #expect(throws: error) { try Fen(yuan: text) }
    }

    @Test func everyAmountReadsBack() throws {
        let random = SeededRandomSource(1)
        var values: [Int64] = [1, 9, 10, 99, 100, 101, 999, 2_147_483_646, 2_147_483_647]
        for exponent in 1...31 {
            let top = Int64(1) << exponent
            values += (0..<40).map { _ in random.int64(in: 1...(top - 1)) }
        }
        for value in values {
            #expect(try Fen(yuan: Fen(value).yuan).value == value)
        }
    }

    @Test func noTextEverMakesAnAmountThatCanNotBeFrozen() {
        let random = SeededRandomSource(2)
        let alphabet = Array("0123456789..- ,eE+٣０．。－x")
        for _ in 0..<3000 {
            let text = String((0..<random.below(14)).map { _ in random.element(of: alphabet) })
            guard let fen = try? Fen(yuan: text) else { continue }
            #expect(fen > .zero && fen <= .orderLimit, "\(text)")
        }
    }
}
