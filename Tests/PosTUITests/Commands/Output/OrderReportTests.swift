import PayEngine
import Testing

@testable import PosTUI

/// JSON of look-ups.
struct OrderReportTests {
    private func lookUp(here: Outcome, _ reason: Reason, gateway: Outcome, _ told: Reason) -> LookUp {
        var found = Sample.lookUp()
        found.local = Sample.deposit(here, reason)
        found.outcome = gateway
        found.gatewayOutcome = gateway
        found.gatewayReason = told
        return found
    }

    @Test func theGatewaysWordHasItsOwnReasonWhatTheJournalHoldsStandsApart() {
        let report = OrderReport(lookUp(here: .refused, .paymentError, gateway: .done, .held))
        #expect(report.outcome == "frozen" && report.reason == "held" && report.record == nil)
        #expect(report.isLateSuccess == true)
        #expect(
            report.journal
                == OrderReport.JournalReport(
                    outcome: "refused", reason: "payment_error", record: "1a2b3c4d5e6f7081"))
        #expect(report.json.contains("\"journal\":{") && report.json.contains("\"late_success\":true"))
    }

    @Test func anOpenOrderThatTheGatewaySettlesKeepsNoReasonOfItsOwn() {
        let report = OrderReport(lookUp(here: .unknown, .noAnswer("x"), gateway: .refused, .customerStopped))
        #expect(report.outcome == "refused" && report.reason == "customer_stopped")
        #expect(report.journal?.outcome == "unknown" && report.journal?.reason == "no_answer")
        #expect(report.isLateSuccess == nil)
    }

    @Test func whereBothAgreeThereIsOneOfEach() {
        let report = OrderReport(lookUp(here: .done, .held, gateway: .done, .held))
        #expect(report.outcome == "frozen" && report.reason == "held" && report.record == "1a2b3c4d5e6f7081")
        #expect(report.journal == nil && report.isLateSuccess == nil)
    }
}
