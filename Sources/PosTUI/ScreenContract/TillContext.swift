import PayEngine

/// What all screens share: who works here, what is under way, what is held and what is still open.
struct TillContext: Sendable {
    var settings: Settings
    var size: Size
    var now: Moment
    /// What the gateway's clock said, and our uptime then.
    var gatewayTime: GatewayTime?
    var gatewayTimeRead: Int64 = 0
    /// Freezes that are under way, and those that ended unseen.
    var freezes: [FreezeID: Freeze] = [:]
    /// Releases and consumes that are under way, and those that ended unseen.
    var attempts: [AttemptID: OrderAttempt] = [:]
    var openQuestions: [DepositOrder] = []
    /// What is still held, oldest first; nil: it was not read yet.
    var held: [Deposit]?
    /// Orders that changed unseen, the oldest first.
    var news: [News] = []
    var notices: [StartNotice] = []
    /// A sentence about the last key or scan, until the next one.
    var note: Phrase?
    var health = GatewayHealth.unasked
    var healthCheck = HealthCheck()
    var confirmKey = ConfirmKey()
    /// When somebody last pressed a key or scanned.
    var keyTime: Int64?
    /// A scan seems to come in: its characters are not shown.
    var isScanning = false
    private var lastID = 0

    init(settings: Settings, size: Size, now: Moment) {
        self.settings = settings
        self.size = size
        self.now = now
    }

    var language: TillConfiguration.Language { settings.language }

    /// Somebody has to sign in first.
    var isSignedOut: Bool { settings.clerk == nil && !settings.staff.isEmpty }

    /// What the gateway's clock says now: it goes on with the clock that nobody sets.
    var gatewayNow: GatewayTime {
        guard let gatewayTime else { return GatewayTime(now: now.wall, isSure: false) }
        let passed = now.uptime - gatewayTimeRead
        return GatewayTime(
            now: Timestamp(milliseconds: gatewayTime.now.milliseconds + passed), isSure: gatewayTime.isSure)
    }

    /// Returns the days until the platform releases it by itself.
    func daysLeft(of deposit: Deposit) -> Int {
        deposit.daysLeft(at: gatewayNow.now, holdDays: settings.holdDays[deposit.platform] ?? 0)
    }

    /// Returns how long an open question can't be closed yet, in seconds; nil: the desk may be asked.
    func secondsToClose(_ number: OrderNumber) -> Int? {
        openQuestions.first { $0.number == number }?
            .secondsToClose(monotonic: .milliseconds(now.uptime - now.suspended), boot: settings.journalBoot)
    }

    /// Orders that leaving would leave under way.
    var underWayCount: Int { freezes.values.count { !$0.isOver } + attempts.values.count { !$0.isOver } }

    /// What the banner tells: late successes and refusals before what goes its ordinary way, the oldest first.
    var weightiestNews: News? {
        let weightiest = news.map(\.weight).min()
        return news.first { $0.weight == weightiest }
    }

    // MARK: - Names for what is asked

    mutating func makeFreezeID() -> FreezeID { FreezeID(value: nextID()) }

    mutating func makeAttemptID() -> AttemptID { AttemptID(value: nextID()) }

    /// An approval that somebody is asked for now; nil: nobody has to be.
    mutating func makeTicket(for member: StaffMember?) -> ApprovalTicket {
        ApprovalTicket(id: ApprovalID(value: nextID()), member: member, time: now.uptime)
    }

    mutating func makeLookUpID() -> LookUpID { LookUpID(value: nextID()) }

    mutating func makeSearchID() -> SearchID { SearchID(value: nextID()) }

    private mutating func nextID() -> Int {
        lastID += 1
        return lastID
    }
}
