extension Outcome {
    /// The outcome of an order that had this one when the journal's next line tells another, as ``Deposit`` takes it:
    /// what is frozen or over is not contradicted, and what is refused or not sent is not made less sure.
    func followed(by next: Outcome) -> Outcome {
        switch (self, next) {
        case (.frozen, .over): .over
        case (.frozen, _), (.over, _): self
        case (.refused, .unknown), (.refused, .notSent), (.notSent, .unknown), (.notSent, .refused): self
        case (.refused, _), (.notSent, _), (.waiting, _), (.unknown, _): next
        }
    }
}
