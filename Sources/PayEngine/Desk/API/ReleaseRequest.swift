/// What a supervisor asks for: give this back from a deposit.
public struct ReleaseRequest: Equatable, Sendable {
    /// The deposit's.
    public var number: OrderNumber
    /// Nil: all that is left.
    public var amount: Fen?
    /// Needed for deposits of other tills only.
    public var platform: PayPlatform?
    /// Who works at the till (`staff_id`).
    public var staffID: String?
    /// Who approves it (`authorization_staff_id`): a supervisor; nil only where no staff is configured.
    public var approverID: String?
    /// A note that goes to the gateway (`remark`).
    public var remark: String?
    /// How long to query what became of it, from the sending; nil: the configured time, zero: not at all.
    public var wait: Duration?

    /// Makes a request; what is left out is the default of its property.
    public init(
        number: OrderNumber, amount: Fen? = nil, platform: PayPlatform? = nil, staffID: String? = nil,
        approverID: String? = nil, remark: String? = nil, wait: Duration? = nil
    ) {
        self.number = number
        self.amount = amount
        self.platform = platform
        self.staffID = staffID
        self.approverID = approverID
        self.remark = remark
        self.wait = wait
    }
}
