import Testing

@testable import PayEngine

@Suite struct FenTests {
    @Test(arguments: [
        (0, "0.00"), (1, "0.01"), (10, "0.10"), (100, "1.00"), (1250, "12.50"), (-1, "-0.01"), (-1250, "-12.50"),
        (Int64.max, "92233720368547758.07"), (Int64.min, "-92233720368547758.08"),
    ])
    func printsYuan(value: Int64, text: String) {
        #expect(Fen(value).yuan == text)
        #expect("\(Fen(value))" == text)
    }

    @Test func addsAndSubtracts() {
        #expect(Fen(3).adding(Fen(4)) == Fen(7))
        #expect(Fen(3).subtracting(Fen(4)) == Fen(-1))
    }

    @Test func tellsWhenASumDoesNotFit() {
        #expect(Fen(.max).adding(Fen(1)) == nil)
        #expect(Fen(.min).adding(Fen(-1)) == nil)
        #expect(Fen(.min).subtracting(Fen(1)) == nil)
        #expect(Fen(.zero).subtracting(Fen(.min)) == nil)
        #expect(Fen(.max).adding(.zero) == Fen(.max))
    }

    @Test func ordersByValue() {
        #expect([Fen(5), Fen(-1), Fen(0)].sorted() == [Fen(-1), Fen(0), Fen(5)])
    }
}
