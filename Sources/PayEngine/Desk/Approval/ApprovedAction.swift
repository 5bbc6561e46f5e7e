/// What somebody is asked to approve.
///
/// An approval of one thing is none of another.
public enum ApprovedAction: Equatable, Sendable {
    /// Releasing so much of the deposit that was asked for by this number; nil: all that is left of it.
    case release(OrderNumber, Fen?)
    /// Closing the open question of this number by hand.
    case closing(OrderNumber)
    /// Going on although something is lost from the journal.
    case acceptedLoss

    /// What an action is, whatever it is about.
    public enum Kind: Sendable, CaseIterable {
        case release, closing, acceptedLoss
    }

    /// What kind of thing it is.
    public var kind: Kind {
        switch self {
        case .release: .release
        case .closing: .closing
        case .acceptedLoss: .acceptedLoss
        }
    }

    /// Why an approval of this does not count for something else; nil: it is the same.
    func refusal(for other: ApprovedAction) -> ApprovalRefusal? {
        switch (self, other) {
        case (.release(let number, let amount), .release(let otherNumber, let otherAmount)):
            if number != otherNumber { .otherOrder } else { amount == otherAmount ? nil : .otherAmount }
        case (.closing(let number), .closing(let otherNumber)): number == otherNumber ? nil : .otherOrder
        case (.acceptedLoss, .acceptedLoss): nil
        case (.release, _), (.closing, _), (.acceptedLoss, _): .otherAction
        }
    }
}
