import Persistence
import TestSupport
import Testing

@testable import PayEngine

@Suite struct DepositEventCodecTests {
    private static let verdicts = [
        GatewayVerdict(status: 104, internalStatus: 407, text: "no / \"押金\"\\"), GatewayVerdict(status: 101),
        GatewayVerdict(status: -1, internalStatus: 0),
    ]

    /// Every reason there is; the switch makes the compiler ask for the next one.
    private static func all(_ verdict: GatewayVerdict) -> [Reason] {
        let reasons: [Reason] =
            [
                .held, .inProgress, .customerTyping, .customerScanning, .customerStopped, .failedAtPlatform,
                .carriedOut,
                .totalsMoved, .paymentError, .closedUnpaid,
                .refusedByGateway(verdict), .callerWrong(verdict), .newNumberNeeded(verdict), .neverArrived,
                .notThereYet, .noConnection("a: b"), .nextBase("c"), .noAnswer("d\"\n"), .numberUsedBefore(verdict),
                .gatewayUndecided(verdict), .beingMade, .refundedOrClosed, .unrecognisedState(nil),
                .unrecognisedState(9),
                .journalFailed("e"), .journalMoved(.lock), .releasedOrConsumed,
            ] + InvalidAnswer.allCases.map(Reason.unbelievable)
        for reason in reasons {
            switch reason {
            case .held, .inProgress, .customerTyping, .customerScanning, .customerStopped, .failedAtPlatform,
                .carriedOut, .totalsMoved, .paymentError, .closedUnpaid,
                .refusedByGateway, .callerWrong, .newNumberNeeded, .neverArrived, .notThereYet, .noConnection,
                .nextBase, .noAnswer, .unbelievable, .numberUsedBefore, .gatewayUndecided, .beingMade,
                .refundedOrClosed, .unrecognisedState, .journalFailed, .journalMoved, .releasedOrConsumed:
                continue
            }
        }
        return reasons
    }

    private func roundTrip(_ event: DepositEvent) throws -> DepositEvent? {
        try DepositEventCodec.decode(SampleRecord.made(event))
    }

    @Test func everyTellingComesBack() throws {
        for verdict in Self.verdicts {
            for reason in Self.all(verdict) {
                for outcome in Outcome.allCases {
                    var telling = OutcomeReport(outcome, reason, base: "https://pay.example")
                    if case .unrecognisedState(let state) = reason { telling.tradeState = state }
                    telling.platformNumber = "4200000384201908236723637327"
                    telling.logID = .max
                    #expect(try roundTrip(.told(telling)) == .told(telling), "\(outcome) \(reason)")
                    let bare = OutcomeReport(outcome, Reason.unexplained(outcome))
                    #expect(try roundTrip(.told(bare)) == .told(bare))
                }
            }
        }
    }

    @Test func everyOtherEventComesBack() throws {
        let random = SeededRandomSource(51)
        for _ in 0..<300 {
            let intent = Order.Intent(
                fee: Fen(random.int64(in: 1...2_147_483_647)), platform: random.element(of: PayPlatform.allCases),
                base: "https://pay.example", staffID: random.flag() ? random.words(5) : nil, maskedCode: "13****2447",
                codeDigest: "00ff", body: random.words(random.below(40)), remark: random.flag() ? random.words(9) : nil,
                reference: random.flag() ? "\"\\\u{1}\n" + random.words(9) : nil)
            #expect(try roundTrip(.intended(intent)) == .intended(intent))
        }
        #expect(try roundTrip(.sendingAgain(base: "b")) == .sendingAgain(base: "b"))
        for number in [nil, SampleTill.number] {
            for closed in [
                DepositEvent.closed(staffID: "1206", reason: "押金", order: number),
                .closed(staffID: nil, reason: "", order: number),
                .closed(staffID: "1", reason: "r", order: number, approval: .withoutPin),
            ] {
                #expect(try roundTrip(closed) == closed)
            }
        }
    }

    /// The word of a later version says nothing, and is no fault of the line.
    @Test func whatAnApprovalRestedOnIsInTheLine() throws {
        for basis in ApprovalBasis.allCases {
            var intent = SampleOrder.intent(100)
            intent.approval = basis
            let event = DepositEvent.order(
                OrderEvent(kind: .release, number: SampleOrder.number(1), fee: Fen(100), step: .intended(intent)))
            #expect(try roundTrip(event) == event)
            let line = String(decoding: DepositEventCodec.encode(event), as: UTF8.self)
            #expect(line.contains("\"approval\":\"\(basis.rawValue)\"") && line.contains("\"approver\":\"1001\""))
        }
        #expect(ApprovalBasis.allCases.map(\.rawValue) == ["pin", "without_pin", "not_needed"])
        let later = SampleRecord.made(event: "closed", "{\"staff\":\"1\",\"reason\":\"r\",\"approval\":\"face\"}")
        #expect(try DepositEventCodec.decode(later) == .closed(staffID: "1", reason: "r", order: nil))
    }

    @Test func namesOfReasonsNeverChange() {
        let names = Self.all(GatewayVerdict(status: 1)).map(\.name)
        #expect(
            names == [
                "held", "in_progress", "customer_typing", "customer_scanning", "customer_stopped", "failed_at_platform",
                "carried_out", "totals_moved", "payment_error", "closed_unpaid",
                "refused_by_gateway", "caller_wrong", "new_number_needed", "never_arrived", "not_there_yet",
                "no_connection", "next_base", "no_answer", "number_used_before", "gateway_undecided", "being_made",
                "refunded_or_closed", "unrecognised_state", "unrecognised_state", "journal_failed", "journal_moved",
                "released_or_consumed",
                "wrong_signature", "missing_signature", "not_utf8", "not_json", "too_large", "http_status",
                "other_order", "other_amount", "other_platform", "impossible_totals", "unreadable_field",
            ])
    }

    @Test func namesOfEventsAreTheJournals() throws {
        let names = Outcome.allCases.map { DepositEvent.told(.init($0, .held)).name }
        #expect(
            names == [
                "freeze.frozen", "freeze.waiting", "freeze.refused", "freeze.unknown", "freeze.not_sent", "freeze.over",
            ])
        #expect(DepositEvent.sendingAgain(base: "").name == "freeze.again")
        #expect(DepositEvent.closed(staffID: nil, reason: "", order: nil).name == "closed")
    }

    @Test(arguments: Outcome.allCases)
    func aReasonOfALaterVersionKeepsTheOutcome(outcome: Outcome) throws {
        let record = SampleRecord.made(
            event: "freeze.\(Order.Kind.freeze.name(of: outcome))", "{\"why\":\"made_up_later\",\"new\":[1]}")
        #expect(try DepositEventCodec.decode(record) == .told(.init(outcome, Reason.unexplained(outcome))))
    }

    @Test(arguments: [
        "segment", "refund.intent", "unfreeze.later", "consume.released", "freeze.later", "freeze",
        "freezes.intent", "x",
    ])
    func eventsOfAnotherKindAreLeftOut(event: String) throws {
        #expect(try DepositEventCodec.decode(SampleRecord.made(event: event, "{\"number\":\"a\",\"fee\":1}")) == nil)
    }

    @Test(arguments: [
        ("freeze.intent", "{}"), ("freeze.intent", "{\"fee\":1}"),
        ("freeze.intent", "{\"fee\":1,\"platform\":\"unionpay\"}"),
        ("freeze.intent", "{\"fee\":\"1\",\"platform\":\"wechat\"}"), ("freeze.frozen", "{\"why\":5}"),
        ("freeze.frozen", "{\"log_id\":-1}"), ("closed", "[]"),
        // Beyond all amounts and all times: nothing may be computed with them.
        ("freeze.intent", "{\"fee\":\(Int64.max),\"platform\":\"wechat\"}"),
        ("freeze.intent", "{\"fee\":1,\"platform\":\"wechat\",\"expire\":\(Int64.max)}"),
        ("freeze.frozen", "{\"created\":\(Int64.max)}"), ("freeze.frozen", "{\"ended\":\(Int64.min)}"),
        ("freeze.frozen", "{\"frozen\":\(Int64.max),\"consumed\":\(Int64.max),\"released\":\(Int64.max)}"),
        ("unfreeze.released", "{\"number\":\"a\",\"fee\":\(Int64.min)}"),
        ("consume.consumed", "{\"number\":\"a\",\"fee\":1,\"left\":1000000000000000}"),
    ])
    func fieldsThatCanNotBeReadAreAnError(event: String, fields: String) {
        #expect(throws: LineFault.self) { try DepositEventCodec.decode(SampleRecord.made(event: event, fields)) }
    }

    /// As version 0.1 wrote it, without `refunded`: what it did not write was not told.
    @Test func anIntentOfAnEarlierVersionIsRead() throws {
        let fields = """
            {"number":"sz010002czlater1","fee":400,"platform":"alipay","base":"b","frozen":1250,"consumed":100,\
            "released":50,"automatic":0,"rest":"kept"}
            """
        guard
            case .order(let event) = try DepositEventCodec.decode(
                SampleRecord.made(event: "consume.intent", fields)), case .intended(let intent) = event.step
        else {
            Issue.record("no intent")
            return
        }
        #expect(
            intent.totals?.sums
                == DepositSums(consumed: Fen(100), releasedByHand: Fen(50), releasedByItself: .zero, refunded: nil))
        #expect(intent.totals?.left == Fen(1100) && intent.totals?.sums.areComplete == false)
        let bare = #"{"number":"sz010002czlater1","fee":400,"platform":"alipay","base":"b","frozen":1250}"#
        let record = SampleRecord.made(event: "consume.intent", bare)
        guard case .order(let second) = try DepositEventCodec.decode(record),
            case .intended(let without) = second.step
        else {
            Issue.record("no intent")
            return
        }
        #expect(without.totals == nil && without.frozen == Fen(1250))
    }

    @Test func theNumberOfThePhoneIsAKeyOfTheLine() {
        var telling = OutcomeReport(.done, .held)
        #expect(DepositEventCodec.keys(of: .told(telling)).isEmpty)
        telling.platformNumber = "4200"
        #expect(DepositEventCodec.keys(of: .told(telling)) == ["4200"])
        #expect(DepositEventCodec.keys(of: .sendingAgain(base: "b")).isEmpty)
    }

    @Test func noFieldHoldsAWholeCode() {
        let intent = Order.Intent(
            fee: Fen(1), platform: .wechat, base: "b", staffID: nil, maskedCode: SampleTill.wechatCode.masked,
            codeDigest: SampleTill.wechatCode.digest(key: [1]), body: "b", remark: nil, reference: nil)
        let line = String(decoding: DepositEventCodec.encode(.intended(intent)), as: UTF8.self)
        #expect(!line.contains(SampleTill.wechatCode.text))
        #expect(line.contains("13************2447"))
    }

    @Test func fieldsAreOneLineWithoutWhiteSpaceOrNulls() {
        let telling = OutcomeReport(.unknown, .noAnswer("a\nb\tc"))
        let bytes = DepositEventCodec.encode(.told(telling))
        #expect(!bytes.contains(10) && !bytes.contains(9))
        #expect(String(decoding: bytes, as: UTF8.self) == "{\"text\":\"a\\nb\\tc\",\"why\":\"no_answer\"}")
    }
}
