/// Reads the content of an answer to `query_unfreeze_order`.
enum HistoryAnswer: Equatable {
    case releases([Release])
    /// Refused, or the order is not there.
    case refused(GatewayVerdict)
    case undecided(Reason)

    init(_ opened: Envelope.Opened, asked: Asked, merchant: TillConfiguration.Merchant) {
        guard let head = WireJSON.decode(ReplyHead.self, from: opened.content) else {
            self = .undecided(.unbelievable(.notJSON))
            return
        }
        let status = head.verdict.status
        guard opened.isSigned || status == 3 || status == 101 else {
            self = .undecided(.unbelievable(.missingSignature))
            return
        }
        guard status == 0 else {
            self = status == 104 ? .refused(head.verdict) : .undecided(.gatewayUndecided(head.verdict))
            return
        }
        let content = WireJSON.decode(
            ReplyObject<UnfreezeHistoryReply>.self, from: opened.content, of: .queryUnfreezeOrder)
        guard let reply = content?.object, !reply.isUnreadable else {
            self = .undecided(.unrecognisedState(nil))
            return
        }
        guard reply.merchantKey?.agrees(with: merchant) ?? true else {
            self = .undecided(.unbelievable(.otherOrder))
            return
        }
        guard (reply.merchantKey?.platform ?? asked.platform.rawValue) == asked.platform.rawValue else {
            self = .undecided(.unbelievable(.otherPlatform))
            return
        }
        // `order_client` has one entry for each release; with another count nobody can say which is whose.
        let clients = reply.clients.count == reply.orders.count ? reply.clients.map(Optional.some) : []
        let releases = reply.orders.indices.map { index in
            reply.orders[index].release(
                of: asked.number.text, platform: asked.platform,
                client: clients.indices.contains(index) ? clients[index] : nil)
        }
        guard releases.allSatisfy({ $0 != nil }) else {
            self = .undecided(.unbelievable(.otherOrder))
            return
        }
        self = .releases(releases.compactMap { $0 })
    }
}
