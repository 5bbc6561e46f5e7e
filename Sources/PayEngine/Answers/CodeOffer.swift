/// The code that a customer scans to freeze a deposit (`scancode_freeze`).
struct CodeOffer: Equatable, Sendable {
    let number: String
    /// `code_url` on the wire.
    let url: String?
}

extension CodeOffer: GatewayOrder {
    var fee: Fen? { nil }
    var tradeState: Int? { nil }
    var createTime: Timestamp? { nil }
    var endTime: Timestamp? { nil }

    /// No code of the customer's was scanned.
    func isOurs(_ asked: ExpectedOrder, isScannedCode: (AuthorCode) -> Bool) -> Bool { false }

    func meaning(_ asked: ExpectedOrder) -> Meaning {
        url == nil ? .unknown(.unrecognisedState(nil), .poll) : .waiting(.customerScanning)
    }
}
