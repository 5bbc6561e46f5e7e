import PayEngine

extension String {
    /// A text that was typed, or came with the command line, as a sentence may repeat it: what stands at the wrong
    /// place may be a payment code.
    var repeatable: String { AuthorCode.maskingCodes(in: printable) }
}
