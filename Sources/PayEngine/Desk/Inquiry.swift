/// Asks the gateway about one order and its releases. Writes nothing.
struct Inquiry: Sendable {
    /// What a question brought.
    struct Finding: Equatable, Sendable {
        var answer: Answer
        /// Who answered.
        var base: GatewayBase?
        var logID: UInt32?
    }

    let configuration: TillConfiguration
    let gateway: Gateway
    let random: any RandomSource

    /// `query_freeze_order`
    func ask(_ asked: Asked, first base: GatewayBase? = nil) async -> Finding {
        let delivery = await gateway.deliver(
            request(asked, releaseNumber: nil).bytes(), to: .queryFreezeOrder, wanted: base)
        return finding(delivery, of: .queryFreezeOrder, asked: asked)
    }

    /// Reads the answer to anything that speaks of a freeze order.
    func finding(_ delivery: Delivery, of interface: Interface, asked: Asked) -> Finding {
        switch delivery.result {
        case .notConnected(let text): return Finding(answer: .notConnected(text))
        case .lost(let text): return Finding(answer: .lost(text), base: delivery.base)
        case .invalid(let invalid): return Finding(answer: .invalid(invalid), base: delivery.base)
        case .opened(let opened):
            let read = FreezeAnswer(opened, of: interface, asked: asked, merchant: configuration.merchant)
            return Finding(answer: read.answer, base: delivery.base, logID: read.logID)
        }
    }

    /// `query_unfreeze_order`
    func history(_ asked: Asked, releaseNumber: OrderNumber?, first base: GatewayBase? = nil) async -> HistoryAnswer {
        let content = request(asked, releaseNumber: releaseNumber).bytes()
        let delivery = await gateway.deliver(content, to: .queryUnfreezeOrder, wanted: base)
        switch delivery.result {
        case .notConnected(let text): return .undecided(.noConnection(text))
        case .lost(let text): return .undecided(.noAnswer(text))
        case .invalid(let invalid): return .undecided(.unbelievable(invalid))
        case .opened(let opened):
            let answer = HistoryAnswer(opened, asked: asked, merchant: configuration.merchant)
            guard case .releases(let releases) = answer, let releaseNumber else { return answer }
            let isOnlyThat = releases.allSatisfy { $0.number == releaseNumber.text }
            return isOnlyThat ? answer : .undecided(.unbelievable(.otherOrder))
        }
    }

    private func request(_ asked: Asked, releaseNumber: OrderNumber?) -> OrderQueryRequest {
        OrderQueryRequest(
            number: asked.number.text, releaseNumber: releaseNumber?.text,
            merchantKey: PayMerchantKey(configuration.merchant, platform: asked.platform),
            client: OrderClient(asking: configuration.till, address: gateway.sourceAddress),
            nonce: Nonce.make(random))
    }
}
