import Logging
import Persistence

extension PaymentDesk {
    public func freeze(_ request: FreezeRequest) -> AsyncStream<FreezeProgress> {
        streaming { desk, tell in
            let scannedAt = desk.clock.boottime
            switch await desk.prepare(request, scannedAt: scannedAt) {
            case .success(let prepared): await desk.pursueFreeze(prepared, tell: tell)
            case .failure(let stop): tell(stop.progress)
            }
        }
    }

    public func offerCode(_ request: CodeRequest) -> AsyncStream<FreezeProgress> {
        streaming { desk, tell in
            let time = await desk.gateway.askedTime()
            switch await desk.prepare(request, at: time) {
            case .success(let prepared): await desk.pursueFreeze(prepared, tell: tell)
            case .failure(let rejection): tell(.rejected(rejection))
            }
        }
    }

    /// Whoever listens may go away; the order is settled all the same.
    func streaming<Progress: Sendable>(
        _ drive: @escaping @Sendable (PaymentDesk, @Sendable (Progress) -> Void) async -> Void
    ) -> AsyncStream<Progress> {
        let (stream, continuation) = AsyncStream.makeStream(of: Progress.self)
        Task {
            await drive(self) { continuation.yield($0) }
            continuation.finish()
        }
        return stream
    }

    private func pursueFreeze(_ prepared: PreparedOrder, tell: @Sendable (FreezeProgress) -> Void) async {
        if let deposit = book[prepared.number] { tell(.started(deposit)) }
        await pursue(prepared) { stage in
            switch stage {
            case .offered(let order, let url): tell(.offered(order.deposit, url: url))
            case .changed(let order): tell(.changed(order.deposit))
            case .settled(let order): tell(.settled(order.deposit))
            case .leftOpen(let order): tell(.leftOpen(order.deposit))
            }
        }
        offers[prepared.number] = nil
    }
}
