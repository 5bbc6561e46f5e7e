/// Why an answer is not believed.
///
/// Each of these raises an alarm in the log.
public enum InvalidAnswer: String, Error, Sendable, CaseIterable {
    case wrongSignature = "wrong_signature"
    case missingSignature = "missing_signature"
    case notUTF8 = "not_utf8"
    case notJSON = "not_json"
    case tooLarge = "too_large"
    case httpStatus = "http_status"
    /// Number, merchant or shop are not those that were asked about.
    case otherOrder = "other_order"
    case otherAmount = "other_amount"
    case otherPlatform = "other_platform"
    /// A sum is negative, or more was released and consumed than was frozen.
    case impossibleTotals = "impossible_totals"
    /// What decides about money is there and is of another kind: a sum that is a text, for example.
    case unreadableField = "unreadable_field"
}
