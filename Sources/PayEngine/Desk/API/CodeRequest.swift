/// What a clerk asks for: a code that the customer scans with Alipay to freeze this amount.
public struct CodeRequest: Equatable, Sendable {
    public var amount: Fen
    public var staffID: String?
    /// What the customer reads; nil: the configured text.
    public var body: String?
    public var remark: String?
    /// Room, name or phone; kept in the journal, never sent.
    public var reference: String?
    public var options = OrderOptions()
    /// How long to ask what became of it; nil: the configured time. The code lives as long.
    public var wait: Duration?

    public init(
        amount: Fen, staffID: String? = nil, body: String? = nil, remark: String? = nil, reference: String? = nil,
        options: OrderOptions = OrderOptions(), wait: Duration? = nil
    ) {
        self.amount = amount
        self.staffID = staffID
        self.body = body
        self.remark = remark
        self.reference = reference
        self.options = options
        self.wait = wait
    }
}
