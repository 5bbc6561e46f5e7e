/// The gateway's interfaces, by the last part of their address.
enum Interface: String, Sendable, CaseIterable {
    case ping
    case microFreeze = "micro_freeze"
    case scanCodeFreeze = "scancode_freeze"
    case queryFreezeOrder = "query_freeze_order"
    case unfreeze
    case queryUnfreezeOrder = "query_unfreeze_order"
    case depositConsume = "deposit_consume"
    case queryOrder = "query_order"

    /// The name of the object in its answers, which differs from its own once.
    var objectName: String { self == .scanCodeFreeze ? "scan_code_freeze" : rawValue }
}
