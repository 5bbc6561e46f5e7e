import PayEngine

/// Orders as rows of a spreadsheet.
///
/// Names of columns are the JSON's where it has them; amounts are in yuan.
struct OrderSheet {
    let zone: LocalTime

    static let columns = [
        "out_freeze_no", "outcome", "freeze_yuan", "fee_type", "platform", "create_time", "change_time", "staff_id",
        "reason", "reference", "body", "remark", "author_code", "freeze_id", "base", "status", "internal_status",
        "description", "current_trade_state", "log_id", "record", "closed_by", "closed_reason", "closed_time",
        "consumed_yuan", "released_yuan", "left_yuan",
    ]

    func row(_ deposit: Deposit) -> String {
        let cells: [String?] = [
            deposit.number.text, deposit.freeze.outcomeName, deposit.fee.yuan, "CNY", deposit.platform.name,
            zone.iso(deposit.startTime), zone.iso(deposit.changeTime), deposit.staffID, deposit.reason.name,
            deposit.reference, deposit.body, deposit.remark, deposit.maskedCode, deposit.platformNumber, deposit.base,
            deposit.verdict.map { "\($0.status)" }, deposit.verdict?.internalStatus.map { "\($0)" },
            deposit.verdict?.text, deposit.tradeState.map { "\($0)" }, deposit.logID.map { "\($0)" }, deposit.record,
            deposit.closing?.staffID, deposit.closing?.reason, deposit.closing.map { zone.iso($0.time) },
            deposit.knownMoney?.consumed.yuan, deposit.knownMoney?.released.yuan, deposit.knownMoney?.left.yuan,
        ]
        return CSVText.row(cells.map { ($0 ?? "").printable })
    }
}
