@testable import SandboxGateway

extension MatrixExpectation {
    /// How an answer to a sending reads that decides nothing, though it may have been heeded; nil for faults whose
    /// answers decide, and for those that are none of an answer's.
    static func reason(_ fault: Fault) -> String? {
        switch fault {
        case .status3, .status3Made, .status103, .status104State, .status999: "unknown(gateway_undecided)"
        case .lost, .swallowed, .reset, .half, .hang: "unknown(no_answer)"
        case .badSignature: "unknown(wrong_signature)"
        case .noSignature: "unknown(missing_signature)"
        case .otherNumber, .otherMerchant: "unknown(other_order)"
        case .otherAmount: "unknown(other_amount)"
        case .otherPlatform, .bothExts: "unknown(other_platform)"
        case .state, .noExt: "unknown(unrecognised_state)"
        case .notJSON, .html200: "unknown(not_json)"
        case .invalidUTF8: "unknown(not_utf8)"
        case .huge: "unknown(too_large)"
        case .html502, .redirect: "unknown(http_status)"
        case .status407, .status407Other: "unknown(number_used_before)"
        case .works, .slow, .closeAfter, .status101, .status102, .status104, .absentState, .password, .passwordNever,
            .customerStops, .stopped, .paymentError, .created, .transforming, .absent, .lateFrozen, .notThere,
            .queryRefused, .history, .historyOver, .historyConsumed, .failed, .lateDone, .refunded, .pingDown, .skew:
            nil
        }
    }
}
