/// What a cell means.
///
/// Views name roles; a theme gives them colours and attributes.
enum Role: String, CaseIterable, Sendable {
    case text, muted, strong, accent
    case title, status, hint, border, field, error, warning, success, selected, banner, sandbox
    case statusAlert = "status_alert"
    case hintKey = "hint_key"
    /// The big band of each outcome.
    case frozen, waiting, refused, unknown, over
    case notSent = "not_sent"
    case lateSuccess = "late_success"
    /// The filled cells that draw sign and figures in such a band.
    case frozenSign = "frozen_sign"
    case waitingSign = "waiting_sign"
    case refusedSign = "refused_sign"
    case unknownSign = "unknown_sign"
    case notSentSign = "not_sent_sign"
    case overSign = "over_sign"
    case lateSuccessSign = "late_success_sign"
    /// The filled cells of big figures outside of a band.
    case figures
    /// The ground of a QR code and the ink on it, and cells that are ink all over. Dark on light, or no phone reads it.
    case qrLight = "qr_light"
    case qrDark = "qr_dark"
}
