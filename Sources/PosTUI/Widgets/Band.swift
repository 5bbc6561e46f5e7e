import PayEngine

/// What a big band tells.
///
/// No two have the same sign and the same words.
enum Band: Hashable, Sendable {
    case outcome(Outcome)
    /// The clerk was told that nothing is frozen, and now it is.
    case lateSuccess
    /// The code belongs to an earlier order: this time nothing was sent.
    case nothingTaken

    /// The role of its ground and its words.
    var role: Role {
        switch self {
        case .outcome(let outcome): outcome.band
        case .lateSuccess: .lateSuccess
        case .nothingTaken: .refused
        }
    }

    /// The role of the filled cells in it.
    var sign: Role {
        switch self {
        case .outcome(let outcome): outcome.sign
        case .lateSuccess: .lateSuccessSign
        case .nothingTaken: .refusedSign
        }
    }
}
