import PayEngine

/// What a journey wants otherwise than usual.
struct JourneyOptions: Sendable {
    var language = TillConfiguration.Language.english
    var theme: String?
    var staff = [StaffMember(id: "1206", name: "Li", role: .supervisor)]
    /// Short: nobody types a password here.
    var polling = "interval_seconds = 0.1\nlimit_seconds = 60"
    /// Further lines of `[deposit]`.
    var deposit = ""
    /// Further flags of the sandbox.
    var gateway: [String] = []
    /// Instead of the sandbox's own.
    var bases: [String]?
}
