extension String {
    /// Returns a text of the gateway as it may be shown and kept: nothing in it moves the cursor.
    ///
    /// Secrets that it repeated are out of it already (``AnswerSecrets``). `limit` is in bytes of UTF-8.
    func asGatewayText(limit: Int = 255) -> String {
        printable.clipped(toBytes: limit)
    }

    /// Returns a name that the platform gave an order, as it may be shown, kept and looked for; nil where nothing of it
    /// can be seen: the journal takes no empty name, and must take every outcome.
    func asGatewayName() -> String? {
        let name = printable.clipped(toBytes: 255)
        return name.allSatisfy(\.isWhitespace) ? nil : name
    }
}
