import PayEngine

/// What a scan can be, by its form alone.
enum ScannedText: Equatable, Sendable {
    /// Of some wallet, known or not. The text is never shown nor kept.
    case paymentCode
    case orderNumber(OrderNumber)
    case other

    /// Shorter texts are scanned from goods and the like.
    private static let shortestNumber = 16

    init(_ text: String) {
        if AuthorCode.resemblesPaymentCode(text) {
            self = .paymentCode
        } else if text.utf8.count >= Self.shortestNumber, let number = OrderNumber(text) {
            self = .orderNumber(number)
        } else {
            self = .other
        }
    }
}
