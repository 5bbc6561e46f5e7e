import Persistence

extension PaymentDesk {
    /// What was made of a request.
    enum Preparation: Sendable {
        /// Its intent is durable.
        case ready(PreparedOrder)
        /// This code was scanned within a day: nothing was made.
        case seenBefore(Deposit)
    }

    /// Freezes a deposit, and reports until its outcome is known or left open.
    public func freeze(_ request: FreezeRequest) -> AsyncStream<OrderProgress> {
        streaming { desk, tell in
            let scannedAt = desk.clock.boottime
            await desk.drive(tell) { (desk: isolated PaymentDesk) async throws(OrderRejection) in
                try desk.prepare(request, scannedAt: scannedAt)
            }
        }
    }

    /// Offers a code for the customer to scan, and reports until its outcome is known or left open.
    public func offerCode(_ request: CodeRequest) -> AsyncStream<OrderProgress> {
        streaming { desk, tell in
            let time = await desk.gateway.askedTime()
            await desk.drive(tell) { (desk: isolated PaymentDesk) async throws(OrderRejection) in
                .ready(try desk.prepare(request, at: time))
            }
        }
    }

    /// Gives a deposit back, and reports until its outcome is known or left open.
    public func release(
        _ request: ReleaseRequest, unless withdrawal: Withdrawal, approvedBy approval: consuming Approval
    ) -> AsyncStream<OrderProgress> {
        let redeemed = staffApproval.redeem(approval, for: request.approvedAction).mapError(OrderRejection.approval)
        return streaming { desk, tell in
            await desk.drive(tell) { (desk: isolated PaymentDesk) async throws(OrderRejection) in
                let approver = try redeemed.get()
                return .ready(try await desk.prepare(request, approvedBy: approver, unless: withdrawal, tell: tell))
            }
        }
    }

    /// Keeps a deposit as a sale, and reports until its outcome is known or left open.
    public func consume(_ request: ConsumeRequest, unless withdrawal: Withdrawal) -> AsyncStream<OrderProgress> {
        streaming { desk, tell in
            await desk.drive(tell) { (desk: isolated PaymentDesk) async throws(OrderRejection) in
                .ready(try await desk.prepare(request, unless: withdrawal))
            }
        }
    }

    /// The freeze, release or consume of this number, as the journal knows it.
    public func order(_ number: OrderNumber) -> DepositOrder? { ledger.order(number) }

    /// Whoever listens may go away; the order is settled all the same.
    private func streaming(
        _ drive: @escaping @Sendable (isolated PaymentDesk, @Sendable (OrderProgress) -> Void) async -> Void
    ) -> AsyncStream<OrderProgress> {
        let (stream, continuation) = AsyncStream.makeStream(of: OrderProgress.self)
        let isBegun = begin { desk in
            await drive(desk) { continuation.yield($0) }
            continuation.finish()
        }
        if !isBegun {
            continuation.yield(.rejected(OrderRejection(JournalError.closed)))
            continuation.finish()
        }
        return stream
    }

    /// Any order's way, from its request to its end.
    private func drive(
        _ tell: @Sendable (OrderProgress) -> Void,
        prepare: @Sendable (isolated PaymentDesk) async throws(OrderRejection) -> Preparation
    ) async {
        let prepared: PreparedOrder
        do {
            switch try await prepare(self) {
            case .ready(let order): prepared = order
            case .seenBefore(let earlier): return tell(.seenBefore(earlier))
            }
        } catch {
            return tell(.rejected(error))
        }
        if let order = ledger.order(prepared.number) { tell(.started(order)) }
        await pursue(prepared, tell: tell)
        offers[prepared.number] = nil
    }
}
