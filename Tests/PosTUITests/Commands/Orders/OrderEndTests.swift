import PayEngine
import Testing

@testable import PosTUI

/// What a command tells last.
struct OrderEndTests {
    @Test func aDeskThatFallsSilentBeforeItToldAnOrderHasPerhapsMovedMoney() {
        #expect(OrderEnd(nil) == .lost)
        #expect(OrderEnd(.heldBack(seconds: 3)) == .lost)
        let order = DepositOrder(Sample.deposit(.unknown, .inProgress))
        for last in [
            OrderProgress.started(order), .changed(order), .leftOpen(order), .offered(order, url: "x", until: nil),
        ] {
            #expect(OrderEnd(last) == .made(order))
        }
        #expect(ExitStatus(order) == .unknown)
        #expect(OrderEnd(.rejected(.wrongNumber)) == .rejected(.wrongNumber))
    }

    @Test(
        arguments: TillConfiguration.Language.allCases)
    func itIsToldAsUnknownWithWhereToLookAndNeverAsNotSent(language: TillConfiguration.Language) throws {
        let text = Phrase.orderLost.text(in: language)
        #expect(text.contains(Phrase.broughtToNoEnd.text(in: language)) && text.contains("postui open"))
        let json = try #require(JSONErrors.notSent.data(text, outcome: .unknown))
        #expect(json.contains("unknown") && !json.contains("not_sent"))
    }
}
