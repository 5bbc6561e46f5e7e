/// The gateway's interfaces, by the last part of their address.
enum Interface: String, Sendable {
    case ping
    case microFreeze = "micro_freeze"
    case queryFreezeOrder = "query_freeze_order"
    case queryUnfreezeOrder = "query_unfreeze_order"
}
