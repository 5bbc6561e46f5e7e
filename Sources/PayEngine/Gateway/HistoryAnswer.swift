/// Reads the content of an answer to `query_unfreeze_order`.
enum HistoryAnswer: Equatable {
    case releases([Release])
    /// Refused, or the order is not there.
    case refused(GatewayVerdict)
    case undecided(Reason)

    init(
        _ opened: Envelope.Opened, asked: Asked, merchant: TillConfiguration.Merchant, trace: CodeTrace? = nil
    ) {
        do throws(InvalidAnswer) {
            self = try Self.read(opened, asked: asked, merchant: merchant, trace)
        } catch {
            self = .undecided(.unbelievable(error))
        }
    }

    private static func read(
        _ opened: Envelope.Opened, asked: Asked, merchant: TillConfiguration.Merchant, _ trace: CodeTrace?
    ) throws(InvalidAnswer) -> HistoryAnswer {
        guard let read = StrictJSON.object(opened.content) else { throw .notJSON }
        let content = AnswerSecrets(key: merchant.key, trace: trace).removed(from: read)
        let verdict = try ReplyHead(from: content).verdict
        guard opened.isSigned || verdict.status == 3 || verdict.status == 101 else { throw .missingSignature }
        guard verdict.status == 0 else {
            return verdict.status == 104 ? .refused(verdict) : .undecided(.gatewayUndecided(verdict))
        }
        guard let reply = try ReplyHead.object(UnfreezeHistoryReply.self, of: .queryUnfreezeOrder, in: content) else {
            return .undecided(.unrecognisedState(nil))
        }
        try reply.check(asked, merchant)
        // `order_client` has one entry for each release; with another count nobody can say which is whose.
        let clients = reply.clients.count == reply.orders.count ? reply.clients.map(Optional.some) : []
        var releases: [Release] = []
        for (index, order) in reply.orders.enumerated() {
            let client = clients.indices.contains(index) ? clients[index] : nil
            guard let release = order.release(of: asked.number.text, platform: asked.platform, client: client) else {
                throw .otherOrder
            }
            releases.append(release)
        }
        return .releases(releases)
    }
}
