import PayEngine

/// Everything the screen depends on. Only `update` changes it.
struct State: Sendable {
    var settings: Settings
    var size: Size
    var now: Moment
    /// What the gateway's clock said, and our uptime then.
    var gatewayTime: GatewayTime?
    var gatewayTimeRead: Int64 = 0
    var screen = Screen.home
    /// The screens that Esc goes back to, the nearest last.
    var trail: [Screen] = []
    /// The question whether to leave is on the screen.
    var isQuitting = false
    /// Freezes that are under way, and those that ended unseen.
    var freezes: [FreezeID: Freeze] = [:]
    /// Releases and consumes that are under way, and those that ended unseen.
    var followUps: [FollowUpID: FollowUpRun] = [:]
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
    var scanner = ScanDetector()
    var confirmKey = ConfirmKey()
    /// F10 and Ctrl-X.
    var quitKey = ConfirmKey(quietBefore: ConfirmKey.quietBeforeLeaving)
    /// When the last Enter came: a line feed right behind it belongs to it.
    var enterTime: Int64?
    /// When somebody last pressed a key or scanned.
    var keyTime: Int64?
    /// How many of the last keys came as quickly behind another as nobody types.
    var rush = 0
    private var lastID = 0

    init(settings: Settings, size: Size, now: Moment) {
        self.settings = settings
        self.size = size
        self.now = now
    }

    /// When the loop shall send a tick although no second is full; uptime in milliseconds.
    var wakeTime: Int64? {
        [
            scanner.wakeTime(after: now.uptime), confirmKey.wakeTime(after: now.uptime),
            quitKey.wakeTime(after: now.uptime),
        ].compactMap { $0 }.min()
    }

    var language: TillConfiguration.Language { settings.language }

    var context: KeyContext { isQuitting ? .quitting : screen.context }

    /// A scan seems to come in: its characters are not shown.
    var isScanning: Bool { scanner.isBusy(at: now.uptime) }

    /// Freezes, releases and consumes that nobody looks at.
    var backgroundCount: Int {
        freezes.values.count { !$0.isOver && screen.freezeID != $0.id }
            + followUps.values.count { !$0.isOver && screen != .followUpProgress($0.id) }
    }

    /// Orders that leaving would leave under way.
    var underWayCount: Int {
        freezes.values.count { !$0.isOver } + followUps.values.count { !$0.isOver }
    }

    mutating func makeFreezeID() -> FreezeID {
        lastID += 1
        return FreezeID(value: lastID)
    }

    mutating func makeFollowUpID() -> FollowUpID {
        lastID += 1
        return FollowUpID(value: lastID)
    }

    mutating func makeApprovalID() -> ApprovalID {
        lastID += 1
        return ApprovalID(value: lastID)
    }

    mutating func makeLookUpID() -> LookUpID {
        lastID += 1
        return LookUpID(value: lastID)
    }

    mutating func makeSearchID() -> SearchID {
        lastID += 1
        return SearchID(value: lastID)
    }
}
