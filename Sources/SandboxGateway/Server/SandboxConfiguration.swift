import PayEngine

/// Everything that a sandbox is started with.
struct SandboxConfiguration: Sendable {
    var rules: BankRules
    /// 0: any free one.
    var port: UInt16 = 0
    var faults: [FaultRule] = []
    /// A connection that is idle for so long is closed.
    var idle: Duration?
    /// Orders are kept here and survive a restart.
    var stateFile: String?
    var clock = SandboxClock.system
    /// Told one line for each request, without secrets.
    var log: (@Sendable (String) -> Void)?

    init(key: AuthenKey) {
        rules = BankRules(key: key)
    }

    init(rules: BankRules) {
        self.rules = rules
    }
}
