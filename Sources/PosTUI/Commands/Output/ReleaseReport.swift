import PayEngine

/// One release as `unfreeze-history` prints it in JSON.
struct ReleaseReport: Encodable, Equatable {
    var number: String
    var fee: Int64?
    var state: Int?
    var outcome: String
    var createTime: Int64?
    var lastUpdateTime: Int64?
    var endTime: Int64?
    var releaseID: String?
    var creditAmount: Int64?
    var fundAmount: Int64?
    var remark: String?
    var deviceID: String?
    var staffID: String?

    enum CodingKeys: String, CodingKey {
        case number = "out_unfreeze_no"
        case fee = "unfreeze_fee"
        case state, outcome, remark
        case createTime = "create_time"
        case lastUpdateTime = "last_update_time"
        case endTime = "time_end"
        case releaseID = "unfreeze_id"
        case creditAmount = "credit_amount"
        case fundAmount = "fund_amount"
        case deviceID = "device_id"
        case staffID = "staff_id"
    }

    init(_ release: Release) {
        number = release.number
        fee = release.fee?.value
        state = release.tradeState
        outcome = release.outcome.rawValue
        createTime = release.createTime?.seconds
        lastUpdateTime = release.lastUpdateTime?.seconds
        endTime = release.endTime?.seconds
        releaseID = release.releaseID
        creditAmount = release.creditAmount?.value
        fundAmount = release.fundAmount?.value
        remark = release.remark
        deviceID = release.deviceID
        staffID = release.staffID
    }
}
