import PayEngine

/// What the screens know of the configuration.
struct Settings: Equatable, Sendable {
    var language: TillConfiguration.Language
    var deviceID: String
    var isSandbox: Bool
    var maximum: Fen
    /// At most four: they sit on F5 to F8.
    var quickAmounts: [Fen]
    var asksReference: Bool
    /// The seconds without a key after which an amount is put away.
    var disarmSeconds: Int64
    var prefixes: CodePrefixes
    /// A deposit of WeChat Pay can be released in parts.
    var wechatPartialRelease: Bool
    /// How long the till asks before an order becomes an open question.
    var pollingSeconds: Int64
    var staff: [StaffMember]
    /// Who works here; nil while nobody has signed in, and where no staff is configured.
    var clerk: StaffMember?
    /// How many days each platform holds a deposit.
    var holdDays: [PayPlatform: Int]
    var zone: LocalTime
    /// This run of the machine as the journal names it: what an earlier one sent is older than its clock.
    var journalBoot = ""
    /// Lines that tell which amounts make which outcome; empty outside of a demo.
    var demoHint: [String]
    /// What QR codes can be drawn with, best first.
    var qrGlyphs: [QRGlyphs] = [.halfBlocks, .sextants]

    init(
        configuration: TillConfiguration, language: TillConfiguration.Language, clerk: StaffMember?, zone: LocalTime,
        demoHint: [String] = []
    ) {
        self.language = language
        self.clerk = clerk
        self.zone = zone
        self.demoHint = demoHint
        deviceID = configuration.till.deviceID
        isSandbox = configuration.gateway.bases.first?.isSandbox ?? false
        maximum = configuration.deposit.maximum
        quickAmounts = configuration.deposit.quickAmounts
        asksReference = configuration.deposit.asksReference
        disarmSeconds = configuration.deposit.disarmTime.components.seconds
        prefixes = configuration.codes
        wechatPartialRelease = configuration.deposit.wechatPartialRelease
        pollingSeconds = configuration.polling.limit.components.seconds
        staff = configuration.staff
        holdDays = Dictionary(
            uniqueKeysWithValues: PayPlatform.allCases.map { ($0, configuration.holdDays(of: $0)) })
    }
}
