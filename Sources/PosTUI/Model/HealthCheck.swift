import PayEngine

/// When the gateway is asked how it does: often enough to keep one connection open, more often while it is in trouble.
struct HealthCheck: Equatable, Sendable {
    /// Terminals are told to do a real exchange every two minutes.
    static let calm: Int64 = 110_000
    static let troubled: Int64 = 15_000
    /// Before a scan the connection should have been used this lately.
    static let fresh: Int64 = 30_000

    /// The pause after a lost connection, in milliseconds.
    ///
    /// A gateway that closes at once is not asked more often than this.
    static let reopening: Int64 = 2000
    /// So long after the last key somebody is taken to be at the till.
    static let attended: Int64 = 300_000

    private var isUnderWay = false
    private var isLost = false
    private var answerTime: Int64?

    /// The gateway has closed the kept connection.
    mutating func connectionLost() {
        isLost = true
    }

    mutating func answered(at time: Int64) {
        isUnderWay = false
        answerTime = time
    }

    /// Whether to ask now; from then on it is under way.
    mutating func begins(at time: Int64, health: GatewayHealth) -> Bool {
        begins(at: time, pause: Self.pause(health))
    }

    /// The amount is entered and a scan will follow.
    mutating func beginsBeforeScan(at time: Int64) -> Bool {
        begins(at: time, pause: isLost ? Self.reopening : Self.fresh)
    }

    /// A scan may come at any moment: a connection that is open is left alone, so that the scan finds it free.
    mutating func beginsForLoss(at time: Int64) -> Bool {
        isLost && begins(at: time, pause: Self.reopening)
    }

    private mutating func begins(at time: Int64, pause: Int64) -> Bool {
        guard !isUnderWay, answerTime.map({ time - $0 >= pause }) ?? true else { return false }
        isUnderWay = true
        isLost = false
        return true
    }

    private static func pause(_ health: GatewayHealth) -> Int64 {
        switch health {
        case .up: calm
        case .unasked, .slow, .down: troubled
        }
    }
}
