import PayEngine
import Testing

@testable import PosTUI

/// How a deposit was paid, who took it and what came of its releases: in JSON and on the look-up.
struct PaymentFactsTests {
    private static let ended = Timestamp(seconds: Sample.wall.seconds + 7)

    /// Another till's deposit of 100.00, paid with a voucher, and one release of it.
    private static func lookUp() -> LookUp {
        var found = Sample.lookUp()
        found.local = nil
        found.story = []
        found.order?.endTime = ended
        found.order?.cashFee = Fen(9000)
        found.order?.settlementFee = Fen(9500)
        found.order?.bankType = "CMB_DEBIT"
        found.order?.refunded = Fen(120)
        found.order?.deviceID = "831"
        found.order?.staffID = "1207"
        var release = found.releases[0]
        release.releaseID = "5030000120"
        release.endTime = Timestamp(seconds: Sample.wall.seconds + 3700)
        release.lastUpdateTime = Timestamp(seconds: Sample.wall.seconds + 9000)
        release.creditAmount = Fen(500)
        release.fundAmount = Fen(1500)
        found.releases = [release]
        return found
    }

    private func screen(_ found: LookUp, _ language: TillConfiguration.Language = .chinese) -> TestTill {
        var till = TestTill(language, size: Size(width: 80, height: 60))
        till.press(.function(3))
        till.scan(Sample.number)
        till.answer(found)
        return till
    }

    @Test func jsonHasHowItWasPaidAndByWhoseTillItWasTaken() {
        let json = OrderReport(Self.lookUp()).json
        for member in [
            "\"time_end\":\(Self.ended.seconds)", "\"cash_fee\":9000", "\"settlement_total_fee\":9500",
            "\"bank_type\":\"CMB_DEBIT\"", "\"total_refund_fee\":120", "\"device_id\":\"831\"",
            "\"staff_id\":\"1207\"",
        ] {
            #expect(json.contains(member), "\(member) in \(json)")
        }
    }

    @Test func whatWasNotToldIsAbsentFromJSON() {
        var found = Sample.lookUp()
        found.local = nil
        let json = OrderReport(found).json
        for name in [
            "time_end", "cash_fee", "settlement_total_fee", "bank_type", "total_refund_fee", "device_id", "staff_id",
        ] {
            #expect(!json.contains("\"\(name)\""), "\(name) in \(json)")
        }
    }

    @Test func jsonHasWhatBecameOfAReleaseAndWhereTheMoneyWent() {
        let json = JSONOutput.encode(ReleaseReport(Self.lookUp().releases[0]))
        for member in [
            "\"unfreeze_id\":\"5030000120\"", "\"time_end\":\(Sample.wall.seconds + 3700)", "\"credit_amount\":500",
            "\"fund_amount\":1500",
        ] {
            #expect(json.contains(member), "\(member) in \(json)")
        }
        var bare = Release(number: "r", outcome: .unknown)
        bare.fee = Fen(1)
        let short = JSONOutput.encode(ReleaseReport(bare))
        for name in ["unfreeze_id", "time_end", "credit_amount", "fund_amount"] {
            #expect(!short.contains(name), "\(name) in \(short)")
        }
    }

    @Test(arguments: TillConfiguration.Language.allCases)
    func theLookUpTellsThemInBothLanguages(language: TillConfiguration.Language) {
        let till = screen(Self.lookUp(), language)
        let zone = LocalTime.fixed(seconds: 8 * 3600)
        func line(_ label: Phrase) -> String {
            let name = label.text(in: language) + " "
            return till.frame.lines.filter { $0.drop { $0 == " " }.hasPrefix(name) }.joined(separator: "\n")
        }
        #expect(line(.frozenAt).contains(zone.dayAndTime(Self.ended)))
        #expect(line(.takenBy).contains("831  1207"))
        let paid = line(.paidBy)
        #expect(paid.contains(Phrase.money(Fen(9000)).text(in: language)))
        #expect(paid.contains(Phrase.settled(Fen(9500)).text(in: language)))
        #expect(paid.contains("CMB_DEBIT"))
        #expect(line(.refundedTotal).contains(Phrase.money(Fen(120)).text(in: language)))
        // Of the release: the platform's number, where the money went, and when it was over.
        let release = till.frame.lines.first { $0.contains("5030000120") } ?? ""
        #expect(release.contains(Phrase.backToBalance(Fen(1500)).text(in: language)))
        #expect(release.contains(Phrase.backToCredit(Fen(500)).text(in: language)))
        #expect(till.text.contains(zone.dayAndTime(Timestamp(seconds: Sample.wall.seconds + 3700))))
        #expect(!till.text.contains(zone.dayAndTime(Timestamp(seconds: Sample.wall.seconds + 9000))))
    }

    @Test func whatWasPaidInFullAndNotRefundedNeedsNoLine() {
        var found = Self.lookUp()
        let fee = found.order?.fee
        found.order?.cashFee = fee
        found.order?.settlementFee = fee
        found.order?.refunded = .zero
        found.order?.bankType = nil
        let till = screen(found)
        #expect(!till.text.contains(Phrase.paidBy.chinese))
        #expect(!till.text.contains(Phrase.refundedTotal.chinese))
        found.order?.bankType = "CFT"
        let named = screen(found)
        #expect(named.frame.lines.contains { $0.contains(Phrase.paidBy.chinese) && $0.contains("CFT") })
    }
}
