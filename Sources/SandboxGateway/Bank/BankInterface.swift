/// The interfaces that this version serves; the raw value is the last part of the path.
enum BankInterface: String, CaseIterable, Codable, Sendable {
    case ping
    case microFreeze = "micro_freeze"
    case queryFreezeOrder = "query_freeze_order"
    case queryUnfreezeOrder = "query_unfreeze_order"

    init?(path: String) {
        guard path.hasPrefix("/cpay/") else { return nil }
        self.init(rawValue: String(path.dropFirst("/cpay/".count)))
    }
}
