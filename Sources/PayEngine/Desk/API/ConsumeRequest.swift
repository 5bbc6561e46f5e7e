/// What a clerk asks for: keep this much of a deposit as a sale.
public struct ConsumeRequest: Equatable, Sendable {
    /// The deposit's.
    public var number: OrderNumber
    /// What to keep (`total_fee`).
    public var amount: Fen
    /// Whether the rest stays frozen (Alipay only); else it is released at once.
    public var keepsRest: Bool
    /// Needed for deposits of other tills only.
    public var platform: PayPlatform?
    /// Who works at the till (`staff_id`).
    public var staffID: String?
    /// What the customer reads; nil: the configured text.
    public var body: String?
    /// A note that goes to the gateway (`remark`).
    public var remark: String?
    /// What is sent besides.
    public var options = OrderOptions()
    /// How long to query what became of it, from the sending; nil: the configured time, zero: not at all.
    public var wait: Duration?

    /// Makes a request; what is left out is the default of its property.
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
