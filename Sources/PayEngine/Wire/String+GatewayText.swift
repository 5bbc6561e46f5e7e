extension String {
    /// A text of the gateway as it may be shown and kept: nothing in it moves the cursor, and a payment code that it
    /// repeats is masked.
    ///
    /// - Parameter limit: in bytes of UTF-8.
    func asGatewayText(limit: Int = 255) -> String {
        AuthorCode.maskingCodes(in: printable).clipped(toBytes: limit)
    }
}
