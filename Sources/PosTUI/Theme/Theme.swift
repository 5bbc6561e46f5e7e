/// The looks of all roles.
struct Theme: Equatable, Sendable {
    var name: String
    private var styles: [Role: Style]

    init(name: String, styles: [Role: Style]) {
        self.name = name
        self.styles = styles
    }

    subscript(role: Role) -> Style { styles[role] ?? Style() }

    /// The theme without colours: for `NO_COLOR`, for terminals without any, and when no theme file is found.
    ///
    /// The bands of the outcomes differ by their signs and words. QR codes are black on white all the same, since that
    /// is no decoration: white on black, reversed. Where a terminal has no colours only the reversing is left, which
    /// makes a light ground on the light-on-dark terminals that such ones are.
    static let builtInMono = Theme(
        name: "mono",
        styles: [
            .muted: Style(attributes: .dim), .strong: Style(attributes: .bold), .accent: Style(attributes: .bold),
            .title: Style(attributes: .bold), .status: Style(attributes: .reverse),
            .statusAlert: Style(attributes: [.reverse, .bold]), .hintKey: Style(attributes: .bold),
            .field: Style(attributes: .underline), .error: Style(attributes: .bold),
            .warning: Style(attributes: .bold), .success: Style(attributes: .bold),
            .selected: Style(attributes: .reverse), .banner: Style(attributes: [.reverse, .bold]),
            .sandbox: Style(attributes: [.reverse, .bold]), .frozen: Style(attributes: [.reverse, .bold]),
            .waiting: Style(attributes: [.reverse, .bold]), .refused: Style(attributes: [.reverse, .bold]),
            .unknown: Style(attributes: [.reverse, .bold]), .notSent: Style(attributes: [.reverse, .bold]),
            .over: Style(attributes: [.reverse, .bold]), .frozenSign: Style(attributes: .bold),
            .waitingSign: Style(attributes: .bold), .refusedSign: Style(attributes: .bold),
            .unknownSign: Style(attributes: .bold), .notSentSign: Style(attributes: .bold),
            .overSign: Style(attributes: .bold), .lateSuccess: Style(attributes: [.reverse, .bold]),
            .lateSuccessSign: Style(attributes: .bold), .figures: Style(attributes: .reverse),
            .qrLight: Style(foreground: .palette(7), background: .palette(0), attributes: .reverse),
            .qrDark: Style(foreground: .palette(0), background: .palette(0)),
        ])
}
