import PayEngine

/// Keeps one connection open to the gateway, and lets it be open when a scan comes.
extension State {
    /// A ping that was just answered tells the gateway's clock.
    mutating func gatewayAnswered(_ health: GatewayHealth) {
        guard let offset = health.clockOffset else { return }
        let (milliseconds, overflow) = offset.multipliedReportingOverflow(by: 1000)
        let (now, isFar) = self.now.wall.milliseconds.addingReportingOverflow(milliseconds)
        if !overflow, !isFar { gatewayTold(GatewayTime(now: Timestamp(milliseconds: now), isSure: true)) }
    }

    mutating func gatewayTold(_ time: GatewayTime) {
        gatewayTime = time
        gatewayTimeRead = now.uptime
    }

    /// What the gateway's clock says now: it goes on with the clock that nobody sets.
    var gatewayNow: GatewayTime {
        guard let gatewayTime else { return GatewayTime(now: now.wall, isSure: false) }
        let passed = now.uptime - gatewayTimeRead
        return GatewayTime(
            now: Timestamp(milliseconds: gatewayTime.now.milliseconds + passed), isSure: gatewayTime.isSure)
    }

    mutating func checkHealthIfDue() -> [Effect] {
        let time = now.uptime
        if healthCheck.begins(at: time, health: health) { return [.checkHealth] }
        // With nobody at the till a lost connection can wait for the next key.
        let isAttended = keyTime.map { time - $0 < HealthCheck.attended } ?? false
        guard isAttended, screen.leadsToScan else { return [] }
        return healthCheck.beginsForLoss(at: time) ? [.checkHealth] : []
    }

    /// After a key: from the first one of an amount on, the connection is made ready for the scan.
    mutating func warmConnection() -> [Effect] {
        switch screen {
        case .amount, .reference: healthCheck.beginsBeforeScan(at: now.uptime) ? [.checkHealth] : []
        case .scan: healthCheck.beginsForLoss(at: now.uptime) ? [.checkHealth] : []
        case .home, .progress, .result, .lookUp, .openQuestions, .help: []
        case .followUp, .followUpProgress, .followUpResult: []
        case .offer, .held, .find, .signIn: []
        }
    }
}

extension Screen {
    /// A freeze may be sent from here or from one of the next screens.
    fileprivate var leadsToScan: Bool {
        switch self {
        case .amount, .reference, .scan: true
        case .home, .progress, .result, .lookUp, .openQuestions, .help: false
        case .followUp, .followUpProgress, .followUpResult: false
        case .offer, .held, .find, .signIn: false
        }
    }
}
