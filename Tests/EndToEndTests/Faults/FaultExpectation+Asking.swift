@testable import SandboxGateway

extension FaultExpectation {
    /// Of a freeze whose answer is lost, and whose first three questions are struck.
    static func firstQueries(_ fault: Fault) -> FaultExpectation? {
        switch fault {
        case .status3, .status3Made, .status101, .status102, .status103, .status104State, .status407, .status999,
            .lost, .swallowed, .reset, .half, .hang, .badSignature, .noSignature, .otherNumber, .otherAmount,
            .otherMerchant, .otherPlatform, .bothExts, .notJSON, .invalidUTF8, .huge, .html502, .html200, .redirect:
            // They say nothing new: asked again, nothing is written and nothing is sent.
            var expectation = foundByQuery("no_answer")
            expectation.requests = "F Q×4"
            return expectation
        case .state, .noExt:
            var expectation = foundByQuery("no_answer")
            expectation.told.insert("unknown(unrecognised_state)", at: 2)
            expectation.journal.insert("unknown(unrecognised_state)", at: 2)
            expectation.requests = "F Q×4"
            return expectation
        case .status104, .absentState:
            // The gateway does not show the order: the same bytes again, which make no second one.
            return .sentAgain("no_answer")
        case .slow, .closeAfter, .status407Other, .works:
            return .foundByQuery("no_answer")
        case .password, .passwordNever, .customerStops, .stopped, .paymentError, .created, .transforming, .absent,
            .lateFrozen, .notThere, .queryRefused, .history, .historyOver, .historyConsumed, .failed, .lateDone,
            .refunded, .pingDown, .skew:
            return nil
        }
    }
}
