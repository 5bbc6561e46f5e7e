import PayEngine

/// Keeps one connection open to the gateway, and lets it be open when a scan comes.
extension State {
    mutating func hear(_ health: GatewayHealth) {
        till.health = health
        till.healthCheck.answered(at: now.uptime)
        // A ping that was just answered tells the gateway's clock.
        guard let offset = health.clockOffset else { return }
        let (milliseconds, overflow) = offset.multipliedReportingOverflow(by: 1000)
        let (wall, isFar) = now.wall.milliseconds.addingReportingOverflow(milliseconds)
        if !overflow, !isFar { hear(GatewayTime(now: Timestamp(milliseconds: wall), isSure: true)) }
    }

    mutating func hear(_ time: GatewayTime) {
        till.gatewayTime = time
        till.gatewayTimeRead = now.uptime
    }

    mutating func checkHealthIfDue() -> [Effect] {
        let time = now.uptime
        if till.healthCheck.begins(at: time, health: till.health) { return [.checkHealth] }
        // With nobody at the till a lost connection can wait for the next key.
        let isAttended = till.keyTime.map { time - $0 < HealthCheck.attended } ?? false
        guard isAttended, screen.face.readiness != .none else { return [] }
        return till.healthCheck.beginsForLoss(at: time) ? [.checkHealth] : []
    }

    /// Makes the connection ready for the scan, from the first key of an amount on.
    mutating func warmConnection() -> [Effect] {
        let begins =
            switch screen.face.readiness {
            case .none: false
            case .soon: till.healthCheck.beginsBeforeScan(at: now.uptime)
            case .now: till.healthCheck.beginsForLoss(at: now.uptime)
            }
        return begins ? [.checkHealth] : []
    }
}
