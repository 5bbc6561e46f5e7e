import PayEngine

@testable import SandboxGateway

extension FaultExpectation {
    /// Of an amount, whose fault strikes the first sending, and each where the amount's rule is repeated.
    static func amount(_ fault: Fault, _ platform: PayPlatform) -> FaultExpectation? {
        let isWeChat = platform == .wechat
        switch fault {
        case .password: return .turns("waiting(customer_typing)", "frozen(held)")
        case .passwordNever: return .leftOpen("waiting(customer_typing)", requests: "F Q×47", orders: 1)
        case .customerStops:
            return .turns("waiting(customer_typing)", isWeChat ? "refused(customer_stopped)" : "refused(closed_unpaid)")
        case .stopped: return .settledAtOnce(isWeChat ? "refused(customer_stopped)" : "refused(closed_unpaid)")
        case .paymentError, .lateFrozen:
            return .settledAtOnce(isWeChat ? "refused(payment_error)" : "refused(closed_unpaid)")
        case .created:
            return .turns(isWeChat ? "unknown(being_made)" : "waiting(customer_typing)", "frozen(held)")
        case .transforming: return .turns("unknown(being_made)", "frozen(held)")
        case .absent: return .absent(orders: 1)
        case .notThere:
            var expectation = foundByQuery("no_answer")
            expectation.told.insert("unknown(not_there_yet)", at: 2)
            expectation.journal.insert("unknown(not_there_yet)", at: 2)
            expectation.requests = "F Q×3"
            return expectation
        case .queryRefused: return .sentAgain("no_answer")
        case .history, .historyOver, .historyConsumed, .slow, .closeAfter, .works: return .frozenAtOnce
        case .status3, .status103: return .sentAgainAfterThreeSeconds
        case .status3Made, .status104State: return .foundByQuery("gateway_undecided")
        case .status101: return .foundByQuery("caller_wrong", end: "refused(caller_wrong)", orders: 0)
        case .status102: return .settledAtOnce("refused(new_number_needed)", orders: 0)
        case .status104: return .settledAtOnce("refused(refused_by_gateway)", orders: 0)
        case .status407: return .leftOpen("unknown(number_used_before)", requests: "F Q×48", orders: 0)
        case .status407Other: return .leftOpen("unknown(number_used_before)", requests: "F Q×48", orders: 1)
        case .status999: return .sentAgain("gateway_undecided")
        case .lost, .half, .hang: return .foundByQuery("no_answer")
        case .swallowed, .reset: return .sentAgain("no_answer")
        case .badSignature: return .foundByQuery("wrong_signature")
        case .noSignature: return .foundByQuery("missing_signature")
        case .otherNumber, .otherMerchant: return .foundByQuery("other_order")
        case .otherAmount: return .foundByQuery("other_amount")
        case .otherPlatform, .bothExts: return .foundByQuery("other_platform")
        case .state, .noExt: return .foundByQuery("unrecognised_state")
        case .notJSON: return .foundByQuery("not_json")
        case .invalidUTF8: return .foundByQuery("not_utf8")
        case .huge: return .foundByQuery("too_large")
        case .html502: return .foundByQuery("http_status")
        case .html200: return .sentAgain("not_json")
        case .redirect: return .sentAgain("http_status")
        case .absentState, .failed, .lateDone, .refunded, .pingDown, .skew: return nil
        }
    }

    /// Of a flag, whose fault strikes every sending.
    static func everySending(_ fault: Fault) -> FaultExpectation? {
        let lasting: [Fault: FaultExpectation] = [
            .status3: .neverDecided, .status103: .neverDecided, .status999: .neverThere("gateway_undecided"),
            .swallowed: .neverThere("no_answer"), .reset: .neverThere("no_answer"),
            .queryRefused: .neverThere("no_answer", orders: 1), .html200: .neverThere("not_json"),
            .redirect: .neverThere("http_status"), .absentState: .absent(orders: 0),
            // Nothing to do with a sending: a line's fault may be asked for on any interface.
            .pingDown: .frozenAtOnce, .skew: .frozenAtOnce,
            // Only a release or consume can be struck by them.
            .failed: .frozenAtOnce, .lateDone: .frozenAtOnce, .refunded: .frozenAtOnce,
        ]
        return lasting[fault] ?? amount(fault, .wechat)
    }
}
