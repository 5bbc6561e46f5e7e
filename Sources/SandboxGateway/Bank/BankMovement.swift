/// One release or consume of a deposit. Amounts in fen, times in Unix seconds.
struct BankMovement: Codable, Equatable, Sendable {
    let kind: MovementKind
    /// `out_unfreeze_no` or `out_trade_no`.
    var number: String
    /// `out_freeze_no`
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
    /// Made by another till that had the same number.
    var isForeign = false

    func hasTurned(at now: Int) -> Bool { course.hasTurned(seconds: now - made, queries: queries) }

    func stage(at now: Int) -> MovementStage { course.stage(seconds: now - made, queries: queries) }

    /// Everything that leaves the deposit with it.
    var moves: Int { fee + releasesRest }

    /// Whether the money is gone, or promised because it may still go.
    func holds(at now: Int) -> Bool {
        let stage = stage(at: now)
        let willMove = course.turnsTo?.isEffective == true && !hasTurned(at: now)
        return stage.isEffective || stage == .created || stage == .working || willMove
    }
}
