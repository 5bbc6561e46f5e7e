/// Reads the content of an answer about one order: only what is signed and speaks of the order that was asked about
/// comes through.
struct OrderAnswer<Reply: OrderReply>: Equatable {
    let answer: Answer<Reply.Order>
    /// `log_id`
    let logID: UInt32?

    init(
        _ opened: Envelope.Opened, of interface: Interface, asked: Asked, merchant: TillConfiguration.Merchant,
        trace: CodeTrace? = nil
    ) {
        var logID: UInt32?
        do throws(InvalidAnswer) {
            guard let read = StrictJSON.object(opened.content) else { throw .notJSON }
            let content = AnswerSecrets(key: merchant.key, trace: trace).removed(from: read)
            let head = try ReplyHead(from: content)
            logID = head.logID
            guard opened.isSigned else {
                guard head.verdict.status == 3 || head.verdict.status == 101 else { throw .missingSignature }
                self.init(.answered(head.verdict, nil), logID)
                return
            }
            let reply = try ReplyHead.object(Reply.self, of: interface, in: content)
            try reply?.check(asked, merchant)
            self.init(.answered(head.verdict, try reply?.order(asked)), logID)
        } catch {
            self.init(.invalid(error), logID)
        }
    }

    private init(_ answer: Answer<Reply.Order>, _ logID: UInt32? = nil) {
        self.answer = answer
        self.logID = logID
    }
}
