/// Reads the content of an answer to `micro_freeze` or `query_freeze_order`: only what is signed and speaks of the
/// order that was asked about comes through.
struct FreezeAnswer: Equatable {
    let answer: Answer
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
        let reply = WireJSON.decode(ReplyObject<FreezeOrderReply>.self, from: opened.content, of: interface)?.object
        if let invalid = reply.flatMap({ Self.mismatch(in: $0, asked: asked, merchant: merchant) }) {
            self.init(.invalid(invalid), head.logID)
            return
        }
        let order = reply?.order?.order(number: asked.number.text, platform: asked.platform)
        self.init(.answered(head.verdict, order), head.logID)
    }

    private init(_ answer: Answer, _ logID: UInt32? = nil) {
        self.answer = answer
        self.logID = logID
    }

    private static func mismatch(
        in reply: FreezeOrderReply, asked: Asked, merchant: TillConfiguration.Merchant
    ) -> InvalidAnswer? {
        guard !reply.isUnreadable else { return .notJSON }
        if let key = reply.merchantKey {
            guard key.agrees(with: merchant) else { return .otherOrder }
            guard (key.platform ?? asked.platform.rawValue) == asked.platform.rawValue else { return .otherPlatform }
        }
        guard let order = reply.order else { return nil }
        // An order without a number agrees with nothing.
        guard order.number == asked.number.text else { return .otherOrder }
        let otherState = asked.platform == .wechat ? order.alipay : order.wechat
        return otherState == nil ? nil : .otherPlatform
    }
}
