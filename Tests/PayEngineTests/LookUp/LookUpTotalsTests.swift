import Testing

@testable import PayEngine

@Suite struct LookUpTotalsTests {
    struct Case: Sendable {
        var outcome: Outcome? = .done
        var fee: Int64? = 1000
        var consumed: Int64?
        var byHand: Int64?
        var byItself: Int64?
        var releases: [(Int64?, Release.Outcome)] = []
        /// Consumed, released, left; nil: nothing reliable.
        var totals: (Int64, Int64, Int64)?

    }

    private static let cases: [Case] = [
        Case(totals: (0, 0, 1000)),
        Case(consumed: 300, totals: (300, 0, 700)),
        Case(byHand: 300, totals: (0, 300, 700)),
        Case(byItself: 300, totals: (0, 300, 700)),
        Case(consumed: 100, byHand: 200, byItself: 300, totals: (100, 500, 400)),
        Case(consumed: 1000, totals: (1000, 0, 0)),
        Case(releases: [(400, .released)], totals: (0, 400, 600)),
        Case(releases: [(400, .released), (100, .refused), (100, .notThere), (1, .released)], totals: (0, 401, 599)),
        Case(byHand: 400, releases: [(400, .released)], totals: (0, 400, 600)),
        Case(byHand: 500, releases: [(400, .released)], totals: (0, 500, 500)),
        Case(byHand: 300, releases: [(400, .released)], totals: (0, 400, 600)),
        Case(outcome: .over, totals: (0, 1000, 0)),
        Case(outcome: .over, consumed: 300, totals: (300, 700, 0)),
        Case(outcome: .over, consumed: 300, byHand: 700, totals: (300, 700, 0)),
        // Figures that contradict each other.
        Case(consumed: 1001),
        Case(consumed: 600, byHand: 600),
        Case(releases: [(1001, .released)]),
        Case(consumed: -1), Case(byHand: -1), Case(byItself: -1), Case(byHand: 500, byItself: -500),
        Case(releases: [(-5, .released)]),
        Case(byHand: .max, byItself: 1), Case(releases: [(.max, .released), (.max, .released)]),
        Case(consumed: .max, byHand: .max), Case(outcome: .over, consumed: .max),
        // Nothing to go by.
        Case(releases: [(nil, .released)]), Case(byHand: 5, releases: [(nil, .released), (5, .released)]),
        Case(fee: nil), Case(outcome: nil), Case(outcome: .unknown), Case(outcome: .waiting), Case(outcome: .refused),
        Case(outcome: .notSent),
    ]

    @Test(arguments: cases.indices)
    func theTotalsAreThoseOfTheTable(index: Int) {
        let row = Self.cases[index]
        var lookUp = LookUp(number: "1", source: .gateway)
        lookUp.outcome = row.outcome
        var order = FreezeOrder(number: "1", platform: .alipay)
        order.fee = row.fee.map { Fen($0) }
        order.consumed = row.consumed.map { Fen($0) }
        order.releasedByHand = row.byHand.map { Fen($0) }
        order.releasedByItself = row.byItself.map { Fen($0) }
        lookUp.order = order
        lookUp.releases = row.releases.map { fee, outcome in
            var release = Release(number: "r", outcome: outcome)
            release.fee = fee.map { Fen($0) }
            return release
        }
        let expected = row.totals.map { consumed, released, left in
            LookUp.Totals(
                frozen: Fen(row.fee ?? 0), consumed: Fen(consumed), released: Fen(released),
                releasedByItself: Fen(row.byItself ?? 0), left: Fen(left))
        }
        #expect(lookUp.totals == expected, "\(row)")
    }

    @Test func withoutAHistoryOnlyTheOrdersOwnFiguresCount() {
        var order = FreezeOrder(number: "1", platform: .wechat)
        order.fee = Fen(1000)
        var lookUp = LookUp(number: "1", source: .gateway)
        lookUp.outcome = .done
        lookUp.order = order
        let verdict = GatewayVerdict(status: 104)
        for problem in [LookUp.Problem.refused(verdict), .notThere] {
            lookUp.releasesProblem = problem
            #expect(lookUp.totals?.left == Fen(1000))
        }
        for problem in [LookUp.Problem.unknown(.noAnswer("x")), .gatewayDown("x"), .platformNeeded] {
            lookUp.releasesProblem = problem
            lookUp.order = order
            #expect(lookUp.totals == nil)
            lookUp.order?.releasedByHand = Fen(400)
            #expect(lookUp.totals?.left == Fen(600))
        }
    }

    @Test func withoutAnOrderThereAreNone() {
        var lookUp = LookUp(number: "1", source: .journal)
        lookUp.outcome = .done
        #expect(lookUp.totals == nil)
    }
}
