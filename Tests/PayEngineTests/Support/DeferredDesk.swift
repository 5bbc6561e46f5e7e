import Synchronization
import Testing

@testable import PayEngine

/// The desk, for a script that is written before there is one.
final class DeferredDesk: Sendable {
    private let desk = Mutex<PaymentDesk?>(nil)

    func set(_ desk: PaymentDesk) {
        self.desk.withLock { $0 = desk }
    }

    func get() throws -> PaymentDesk {
        try #require(desk.withLock { $0 })
    }
}
