/// Reads what the envelopes hold: only what is signed and speaks of what was asked about comes through.
struct AnswerReader {
    let merchant: TillConfiguration.Merchant
    /// What is taken out of an answer before anything of it is kept; nil where no code is known.
    var trace: CodeTrace?

    /// An answer that speaks of one order.
    func order<Reply: OrderReply>(
        _ response: Response<Envelope.Opened>, of interface: Interface, asked: ExpectedOrder, as reply: Reply.Type
    ) -> Response<Statement<Reply.Order>> {
        read(response, of: interface, as: reply) { reply throws(InvalidAnswer) in
            try reply.check(asked, merchant)
            return try reply.order(asked)
        }
    }

    /// An answer to `query_unfreeze_order` that speaks of all releases of a deposit.
    func releases(_ response: Response<Envelope.Opened>, asked: ExpectedOrder) -> Response<Statement<[Release]>> {
        read(response, of: .queryUnfreezeOrder, as: UnfreezeHistoryReply.self) { reply throws(InvalidAnswer) in
            try reply.check(asked, merchant)
            return try reply.releases(asked)
        }
    }

    private func read<Reply: WireReadable, Subject>(
        _ response: Response<Envelope.Opened>, of interface: Interface, as reply: Reply.Type,
        _ subject: (Reply) throws(InvalidAnswer) -> Subject?
    ) -> Response<Statement<Subject>> {
        var logID: UInt32?
        let answer = response.answer.reading { opened throws(InvalidAnswer) in
            guard let whole = StrictJSON.object(opened.content) else { throw .notJSON }
            let secrets = AnswerSecrets(key: merchant.key, trace: trace)
            // Of what nobody has signed no more is looked at than is kept: it may be made to cost as much as it can.
            let content = secrets.removed(from: opened.isSigned ? whole : ReplyHead.members(of: whole))
            let head = try ReplyHead(from: content)
            logID = head.logID
            guard opened.isSigned else {
                guard head.verdict.status == 3 || head.verdict.status == 101 else { throw .missingSignature }
                return Statement<Subject>(head.verdict, nil)
            }
            guard let reply = try ReplyHead.object(reply, of: interface, in: content) else {
                return Statement<Subject>(head.verdict, nil)
            }
            return Statement(head.verdict, try subject(reply))
        }
        return Response(answer: answer, base: response.base, logID: logID)
    }
}

extension UnfreezeHistoryReply {
    /// All of the deposit's.
    fileprivate func releases(_ asked: ExpectedOrder) throws(InvalidAnswer) -> [Release] {
        // `order_client` has one entry for each release; with another count nobody can say which is whose.
        let clients = clients.count == orders.count ? clients.map(Optional.some) : []
        var releases: [Release] = []
        for (index, order) in orders.enumerated() {
            let client = clients.indices.contains(index) ? clients[index] : nil
            guard let release = order.release(of: asked.number.text, platform: asked.platform, client: client) else {
                throw .otherOrder
            }
            releases.append(release)
        }
        return releases
    }
}
