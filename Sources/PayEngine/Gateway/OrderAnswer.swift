/// Reads the content of an answer about one order: only what is signed and speaks of the order that was asked about
/// comes through.
struct OrderAnswer<Reply: OrderReply>: Equatable {
    let answer: Answer<Reply.Order>
    /// `log_id`
    let logID: UInt32?

    init(_ opened: Envelope.Opened, of interface: Interface, asked: Asked, merchant: TillConfiguration.Merchant) {
        guard let head = WireJSON.decode(ReplyHead.self, from: opened.content) else {
            self.init(.invalid(.notJSON))
            return
        }
        guard opened.isSigned else {
            let mayBeUnsigned = head.verdict.status == 3 || head.verdict.status == 101
            self.init(mayBeUnsigned ? .answered(head.verdict, nil) : .invalid(.missingSignature), head.logID)
            return
        }
        let reply = WireJSON.decode(ReplyObject<Reply>.self, from: opened.content, of: interface)?.object
        do throws(InvalidAnswer) {
            try reply?.check(asked, merchant)
            self.init(.answered(head.verdict, try reply?.order(asked)), head.logID)
        } catch {
            self.init(.invalid(error), head.logID)
        }
    }

    private init(_ answer: Answer<Reply.Order>, _ logID: UInt32? = nil) {
        self.answer = answer
        self.logID = logID
    }
}
