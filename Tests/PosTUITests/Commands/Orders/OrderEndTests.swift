import PayEngine
import Testing

@testable import PosTUI

/// What a command tells last.
struct OrderEndTests {
    @Test("A desk that falls silent before it told an order has perhaps moved money")
    func silence() {
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
        "It is told as unknown with where to look, and never as not sent",
        arguments: TillConfiguration.Language.allCases)
    func words(language: TillConfiguration.Language) throws {
        let text = Phrase.orderLost.text(in: language)
        #expect(text.contains(Phrase.broughtToNoEnd.text(in: language)) && text.contains("postui open"))
        let json = try #require(JSONErrors.notSent.data(text, outcome: .unknown))
        #expect(json.contains("unknown") && !json.contains("not_sent"))
    }
}
