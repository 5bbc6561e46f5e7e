@testable import PayEngine

extension Answer {
    /// A believable answer about an order, or about none.
    static func answered<Order>(_ verdict: GatewayVerdict, _ order: Order?) -> Answer
    where Content == Statement<Order> {
        .answered(Statement(verdict, order))
    }
}

extension AnswerReader {
    /// What is read of an opened envelope.
    static func order<Reply: OrderReply>(
        _ opened: Envelope.Opened, of interface: Interface, asked: ExpectedOrder, as reply: Reply.Type
    ) -> Response<Statement<Reply.Order>> {
        AnswerReader(merchant: SampleTill.merchant)
            .order(Response(answer: .answered(opened)), of: interface, asked: asked, as: reply)
    }

    /// The same of a deposit's releases.
    static func releases(_ opened: Envelope.Opened, asked: ExpectedOrder) -> Answer<Statement<[Release]>> {
        AnswerReader(merchant: SampleTill.merchant).releases(Response(answer: .answered(opened)), asked: asked).answer
    }
}
