/// Which gateway to try first, second and so on. Pure.
struct GatewayBases: Equatable, Sendable {
    /// A base that could not be connected to goes to the end of the line for this long.
    static let penalty = Duration.seconds(60)

    private let bases: [GatewayBase]
    private var failures: [GatewayBase: Duration] = [:]

    /// In order of preference.
    init(_ bases: [GatewayBase]) {
        self.bases = bases
    }

    mutating func noteFailure(of base: GatewayBase, at uptime: Duration) {
        failures[base] = uptime
    }

    mutating func noteAnswer(of base: GatewayBase) {
        failures[base] = nil
    }

    /// All bases in the order to be tried now, the wanted one before the others.
    func order(at uptime: Duration, wanted: GatewayBase? = nil) -> [GatewayBase] {
        let sorted = bases.filter { !isPenalised($0, at: uptime) } + bases.filter { isPenalised($0, at: uptime) }
        guard let wanted, bases.contains(wanted) else { return sorted }
        return [wanted] + sorted.filter { $0 != wanted }
    }

    private func isPenalised(_ base: GatewayBase, at uptime: Duration) -> Bool {
        guard let failure = failures[base] else { return false }
        return uptime - failure < Self.penalty
    }
}
