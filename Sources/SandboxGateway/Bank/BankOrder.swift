/// A freeze order as the bank keeps it. Amounts in fen, times in Unix seconds.
struct BankOrder: Codable, Equatable, Sendable {
    var number: String
    var platform: BankPlatform
    /// The customer's code, whole: the answers repeat it. It was used up when the order was made.
    var authorCode: String
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
    var course: BankCourse
    /// How many queries were answered.
    var queries = 0
    var releases: [BankRelease] = []
    var consumed = 0
    var releasedByItself = 0
    /// Made by another till that had the same number.
    var isForeign = false

    /// What was given back by hand.
    var releasedByHand: Int {
        releases.filter { $0.state == .released }.map(\.fee).reduce(0, +)
    }

    /// What is still held.
    var left: Int { fee - consumed - releasedByHand - releasedByItself }

    func hasTurned(at now: Int) -> Bool { course.hasTurned(seconds: now - made, queries: queries) }

    /// The state at a time. A frozen order of which nothing is left is over.
    func stage(at now: Int) -> BankStage {
        let stage = course.stage(seconds: now - made, queries: queries)
        return stage == .frozen && left == 0 ? .over : stage
    }
}
