/// A freeze order as the bank keeps it.
///
/// Amounts in fen, times in Unix seconds.
struct BankOrder: Codable, Equatable, Sendable {
    var number: String
    var platform: BankPlatform
    /// The customer's code, which was used up when the order was made; nil where the customer scanned the till.
    var shownCode: ShownCode?
    var fee: Int
    var body: String
    var detail: String?
    var remark: String?
    /// `attach`, `goods_tag`, `limit_pay` or `enable_pay_channels`.
    var extras: [String: String] = [:]
    var client: BankClient
    /// The authen code of the content that made it: the same bytes again are the same request again.
    var contentCode: String
    var freezeID: String
    var made: Int
    var course: BankCourse<BankStage>
    /// The code that the till shows, of a scancode_freeze.
    var scan: CodeScan?
    /// Whether the customer's doings settle the state, and not the course.
    var followsScan = false
    /// How many queries were answered.
    var queries = 0
    var movements: [BankMovement] = []
    /// What the platform gave back by itself because the deposit was held for too long; files of before have none.
    var releasedByTime: Int?
    /// When the course turned, where it turned by a query.
    var turnedAt: Int?
    /// Made by another till that had the same number.
    var isForeign = false

    var authorCode: String? { shownCode?.text }

    func hasTurned(at now: Int) -> Bool { course.hasTurned(seconds: now - made, queries: queries) }

    /// Returns the state at a time; a frozen order of which nothing is left is over.
    func stage(at now: Int) -> BankStage {
        let stage = unmovedStage(at: now)
        return stage == .frozen && left(at: now) == 0 ? .over : stage
    }

    private func unmovedStage(at now: Int) -> BankStage {
        guard followsScan, var scan else { return course.stage(seconds: now - made, queries: queries) }
        scan.advance(made: made, now: now, queries: queries)
        return scan.stage(at: now)
    }

    /// When it was frozen, where it is or was.
    var frozenAt: Int {
        if followsScan, let paid = scan?.paidAt { return paid }
        guard course.begins != .frozen, case .seconds(let wait) = course.turn else { return turnedAt ?? made }
        return made + wait
    }

    /// Notes what the customer has done with the till's code by now.
    mutating func letCustomerAct(at now: Int) { scan?.advance(made: made, now: now, queries: queries) }
}
