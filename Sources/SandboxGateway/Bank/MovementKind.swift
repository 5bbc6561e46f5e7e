/// The two ways in which held money moves.
enum MovementKind: String, Codable, Sendable {
    /// Given back: `unfreeze`.
    case release
    /// Kept as a sale: `deposit_consume`.
    case consume
}
