/// What the journal keeps of the payment code that an order was made with: no answer may repeat the code.
struct ExpectedCode: Equatable, Sendable {
    let masked: String
    /// Under the journal's own key.
    let digest: String
}

extension ExpectedCode {
    /// Takes the code of a deposit; nil where it was not scanned here.
    init?(_ deposit: Deposit) {
        guard let digest = deposit.codeDigest, !digest.isEmpty else { return nil }
        self.init(masked: deposit.maskedCode, digest: digest)
    }
}
