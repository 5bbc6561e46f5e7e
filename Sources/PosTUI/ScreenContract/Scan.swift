import PayEngine

/// What a scanner did.
enum Scan: Sendable {
    /// It is whole.
    case text(SecretBytes)
    /// Neither an amount nor anything else that is known; long: as long as numbers and codes are.
    case burst(isLong: Bool)
    /// A part of it is missing.
    case broken

    /// What is said where it is refused.
    var refusal: Phrase {
        switch self {
        case .text: .scanIgnored
        case .burst(isLong: true): .longScanIsNothing
        case .burst(isLong: false): .burstIsNoAmount
        case .broken: .scanBrokeOff
        }
    }
}
