/// One release or consume of a deposit.
///
/// Amounts in fen, times in Unix seconds.
struct BankMovement: Codable, Equatable, Sendable {
    let kind: MovementKind
    /// `out_unfreeze_no` or `out_trade_no`.
    var number: String
    /// `out_freeze_no` on the wire.
    var freezeNumber: String
    var fee: Int
    var made: Int
    var course: BankCourse<MovementStage>
    /// How many queries showed it.
    var queries = 0
    var body: String?
    var remark: String?
    var client: BankClient
    /// `nonce_str` of a release.
    var nonce: String
    /// The authen code of the content that made it; empty where no request did.
    var contentCode = ""
    /// `is_confirm_unfreeze` of a consume.
    var confirmsRelease = false
    /// What of the deposit is released by itself once a consume is done.
    var releasesRest = 0
    /// What was given back of a consume, each in an order of its own; files of before have none.
    var refunds: [BankRefund]?
    /// Made by another till that had the same number.
    var isForeign = false

    func hasTurned(at now: Int) -> Bool { course.hasTurned(seconds: now - made, queries: queries) }

    func stage(at now: Int) -> MovementStage {
        let stage = course.stage(seconds: now - made, queries: queries)
        return stage == .done && kind == .consume && refundedByOrders == fee ? .refunded : stage
    }

    /// Returns what of a consume was given back to the customer since.
    func refunded(at now: Int) -> Int {
        switch stage(at: now) {
        case .refunded: fee
        case .done: refundedByOrders
        case .created, .working, .failed, .absent, .number: 0
        }
    }

    private var refundedByOrders: Int { (refunds ?? []).map(\.fee).reduce(0, +) }

    /// Everything that leaves the deposit with it.
    var moves: Int { fee + releasesRest }

    /// Whether the money is gone, or promised because it may still go.
    func holds(at now: Int) -> Bool {
        let stage = stage(at: now)
        let willMove = course.turnsTo?.isEffective == true && !hasTurned(at: now)
        return stage.isEffective || stage == .created || stage == .working || willMove
    }
}
