/// What a clerk asks for, by a supervisor's word: give this back from a deposit.
public struct ReleaseRequest: Equatable, Sendable {
    /// The deposit's.
    public var number: OrderNumber
    /// Nil: all that is left.
    public var amount: Fen?
    /// Needed for deposits of other tills only.
    public var platform: PayPlatform?
    /// Who works at the till (`staff_id`).
    public var staffID: String?
    /// A note that goes to the gateway (`remark`).
    public var remark: String?
    /// How long to query what became of it, from the sending; nil: the configured time, zero: not at all.
    public var wait: Duration?

    /// Makes a request; what is left out is the default of its property.
    public init(
        number: OrderNumber, amount: Fen? = nil, platform: PayPlatform? = nil, staffID: String? = nil,
        remark: String? = nil, wait: Duration? = nil
    ) {
        self.number = number
        self.amount = amount
        self.platform = platform
        self.staffID = staffID
        self.remark = remark
        self.wait = wait
    }

    /// What has to be approved for it; who did (`authorization_staff_id`) the approval says.
    public var approvedAction: ApprovedAction { .release(number, amount) }
}
