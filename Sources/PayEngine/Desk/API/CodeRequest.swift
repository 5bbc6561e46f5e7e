/// What a clerk asks for: a code that the customer scans with Alipay to freeze this amount.
public struct CodeRequest: Equatable, Sendable {
    /// What to freeze (`freeze_fee`).
    public var amount: Fen
    /// Who asks (`staff_id`); nil where no staff is configured.
    public var staffID: String?
    /// What the customer reads; nil: the configured text.
    public var body: String?
    /// A note that goes to the gateway (`remark`).
    public var remark: String?
    /// Room, name or phone; kept in the journal, never sent.
    public var reference: String?
    /// What is sent besides.
    public var options = OrderOptions()
    /// How long to query what became of it, and how long the code lives; nil: the configured time.
    public var wait: Duration?

    /// Makes a request; what is left out is the default of its property.
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
