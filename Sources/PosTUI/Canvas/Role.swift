/// What a cell means. Views name roles; a theme gives them colours and attributes.
enum Role: String, CaseIterable, Sendable {
    case text, muted, strong, accent
    case title, status, hint, border, field, error, warning, success, selected, banner, sandbox
    case statusAlert = "status_alert"
    case hintKey = "hint_key"
    /// The big band of each outcome.
    case frozen, waiting, refused, unknown, over
    case notSent = "not_sent"
    /// The filled cells that draw the sign in such a band.
    case sign
}
