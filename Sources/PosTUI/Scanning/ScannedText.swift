import PayEngine

/// What a scan can be, by its form alone.
enum ScannedText: Equatable, Sendable {
    /// Of some wallet, known or not. The text is never shown nor kept.
    case paymentCode
    case orderNumber(OrderNumber)
    case other

    /// Shorter texts are scanned from goods and the like.
    private static let shortestNumber = 16

    /// Numbers are shown in groups, and copied with the spaces between them.
    init(_ spaced: String) {
        let text = spaced.filter { $0 != " " }
        if AuthorCode.resemblesPaymentCode(text) {
            self = .paymentCode
        } else if text.utf8.count >= Self.shortestNumber, let number = OrderNumber(text) {
            self = .orderNumber(number)
        } else {
            self = .other
        }
    }
}
