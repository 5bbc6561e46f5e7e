/// Everything that can be made to go wrong.
///
/// The raw value is the name in flags and control requests.
enum Fault: String, CaseIterable, Codable, Sendable {
    // What becomes of the order.
    case password
    case passwordNever = "password-never"
    case customerStops = "customer-stops"
    case stopped
    case paymentError = "payment-error"
    case created
    case transforming
    case absent
    case lateFrozen = "late-frozen"
    case notThere = "not-there"
    case queryRefused = "query-refused"
    case history
    case historyOver = "history-over"
    case historyConsumed = "history-consumed"
    // What becomes of a release or consume.
    case failed
    case lateDone = "late-done"
    case refunded
    // What the gateway says.
    case works
    case status3 = "status-3"
    case status3Made = "status-3-made"
    case status101 = "status-101"
    case status102 = "status-102"
    case status103 = "status-103"
    case status104 = "status-104"
    case status104State = "status-104-state"
    case status407 = "status-407"
    case status407Other = "status-407-other"
    case status999 = "status-999"
    case absentState = "absent-state"
    // The line.
    case lost
    case swallowed
    case reset
    case half
    case slow
    case hang
    case closeAfter = "close-after"
    // Answers that must not be believed.
    case badSignature = "bad-signature"
    case noSignature = "no-signature"
    case otherNumber = "other-number"
    case otherAmount = "other-amount"
    case otherMerchant = "other-merchant"
    case otherPlatform = "other-platform"
    case state
    case noExt = "no-ext"
    case bothExts = "both-exts"
    // Answers that are none.
    case notJSON = "not-json"
    case invalidUTF8 = "invalid-utf8"
    case huge
    case html502 = "html-502"
    case html200 = "html-200"
    case redirect
    // Ping.
    case pingDown = "ping-down"
    case skew
}

extension Fault {
    private static let refusals: [Fault: BankRefusal] = [
        .status3: .unknown,
        .status101: .parameter("参数错误 (a parameter is wrong)"),
        .status102: .newNumberNeeded,
        .status103: .busy,
        .status104: .refused,
        .status407: .numberUsed,
        .status999: .unheardOf,
    ]

    /// The refusal that stands in for an answer while nothing is done; nil for all other faults.
    var refusal: BankRefusal? { Self.refusals[self] }
}
