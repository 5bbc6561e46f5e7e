/// The order in which the gateway's bases are tried: a pure value.
struct GatewayBases: Equatable, Sendable {
    /// How long after a failure a base is not even pinged.
    static let penalty = Duration.seconds(60)

    private let bases: [GatewayBase]
    /// The bases that do not answer, and when each failed or was last pinged.
    private var failures: [GatewayBase: Duration] = [:]

    /// In order of preference.
    init(_ bases: [GatewayBase]) {
        self.bases = bases
    }

    /// Puts a base to the end of the line.
    ///
    /// Time alone does not bring it back: no customer shall wait for a base of which nobody knows that it is up again.
    mutating func noteFailure(of base: GatewayBase, at uptime: Duration) {
        failures[base] = uptime
    }

    /// The base has its place again.
    mutating func noteAnswer(of base: GatewayBase) {
        failures[base] = nil
    }

    /// All bases in the order to be tried now, the wanted one before the others.
    func order(wanted: GatewayBase? = nil) -> [GatewayBase] {
        let sorted = bases.filter { failures[$0] == nil } + bases.filter { failures[$0] != nil }
        guard let wanted, bases.contains(wanted) else { return sorted }
        return [wanted] + sorted.filter { $0 != wanted }
    }

    /// Returns the bases that are out and are due to be asked whether they are up again.
    ///
    /// They are not named once more before another penalty is over.
    mutating func takeProbes(at uptime: Duration) -> [GatewayBase] {
        let due = bases.filter { base in failures[base].map { uptime - $0 >= Self.penalty } ?? false }
        for base in due { failures[base] = uptime }
        return due
    }
}
