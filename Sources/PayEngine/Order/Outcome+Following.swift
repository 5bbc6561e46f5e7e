extension Outcome {
    /// Returns the outcome of an order that had this one when the journal's next line tells another, as ``Order`` takes
    /// it: what is done or over is not contradicted, and what is refused or not sent is not made less sure.
    func followed(by next: Outcome) -> Outcome {
        switch (self, next) {
        case (.done, .over): .over
        case (.done, _), (.over, _): self
        case (.refused, .unknown), (.refused, .notSent), (.notSent, .unknown), (.notSent, .refused): self
        case (.refused, _), (.notSent, _), (.waiting, _), (.unknown, _): next
        }
    }
}
