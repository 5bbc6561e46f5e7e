@testable import PayEngine

/// What is told of a freeze, as tests write it.
extension OrderProgress {
    static func started(_ deposit: Deposit) -> OrderProgress { .started(DepositOrder(deposit)) }
    static func offered(_ deposit: Deposit, url: String) -> OrderProgress {
        .offered(DepositOrder(deposit), url: url, until: nil)
    }
    static func changed(_ deposit: Deposit) -> OrderProgress { .changed(DepositOrder(deposit)) }
    static func settled(_ deposit: Deposit) -> OrderProgress { .settled(DepositOrder(deposit)) }
    static func leftOpen(_ deposit: Deposit) -> OrderProgress { .leftOpen(DepositOrder(deposit)) }
}
