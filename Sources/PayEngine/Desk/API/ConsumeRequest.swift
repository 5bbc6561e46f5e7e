/// What a clerk asks for: keep this much of a deposit as a sale.
public struct ConsumeRequest: Equatable, Sendable {
    /// The deposit's.
    public var number: OrderNumber
    public var amount: Fen
    /// Whether the rest stays frozen (Alipay only); else it is released at once.
    public var keepsRest: Bool
    /// Needed for deposits of other tills only.
    public var platform: PayPlatform?
    /// Who works at the till (`staff_id`).
    public var staffID: String?
    /// What the customer reads; nil: the configured text.
    public var body: String?
    public var remark: String?
    public var options = OrderOptions()
    /// How long to ask what became of it, from the sending; nil: the configured time. Zero: not at all.
    public var wait: Duration?

    public init(
        number: OrderNumber, amount: Fen, keepsRest: Bool = false, platform: PayPlatform? = nil,
        staffID: String? = nil, body: String? = nil, remark: String? = nil, options: OrderOptions = OrderOptions(),
        wait: Duration? = nil
    ) {
        self.number = number
        self.amount = amount
        self.keepsRest = keepsRest
        self.platform = platform
        self.staffID = staffID
        self.body = body
        self.remark = remark
        self.options = options
        self.wait = wait
    }
}
