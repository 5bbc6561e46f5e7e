extension String {
    /// A text of the gateway as it may be shown and kept: nothing in it moves the cursor, and a payment code that it
    /// repeats is masked.
    ///
    /// - Parameter limit: in bytes of UTF-8.
    func asGatewayText(limit: Int = 255) -> String {
        var text = ""
        var digits = ""
        for character in printable {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                text += Self.maskedIfCode(digits) + String(character)
                digits = ""
            }
        }
        return (text + Self.maskedIfCode(digits)).clipped(toBytes: limit)
    }

    private static func maskedIfCode(_ digits: String) -> String {
        AuthorCode.resemblesPaymentCode(digits) ? AuthorCode.mask(digits) : digits
    }
}
