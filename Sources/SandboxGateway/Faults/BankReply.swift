/// What goes back, and how.
struct BankReply: Equatable, Sendable {
    var httpStatus = 200
    var contentType = "application/json"
    /// The header `Location` of a redirect.
    var location: String?
    var body: [UInt8]
    var fate = DeliveryFault.pass
    var note: BankNote

    init(body: [UInt8], note: BankNote) {
        self.body = body
        self.note = note
    }
}

/// What a request turned out to be, for the list of requests.
struct BankNote: Equatable, Sendable {
    let interface: BankInterface
    /// The number of what is made or asked for, where the content could be read: `out_freeze_no`, or
    /// `out_unfreeze_no` of a release, or `out_trade_no`.
    var number: String?
    /// `out_freeze_no` of a release or consume.
    var deposit: String?
    /// `out_unfreeze_no` of a query for one release.
    var release: String?
    /// The content's authen code, computed by the sandbox: equal for equal bytes.
    var contentCode: String?
    /// Whether this request made an order, a release or a consume.
    var madeOrder = false
    /// The `status` of the answer before it was spoilt; nil for ping and where the bank was not asked.
    var status: Int?
    /// `internal_status` beside it.
    var internalStatus: Int?
    var description: String?
    /// Those that struck the request.
    var faults: [Fault] = []

    /// What a request to the interface makes.
    var madeName: String {
        switch interface {
        case .unfreeze: "release"
        case .depositConsume: "consume"
        case .ping, .microFreeze, .scancodeFreeze, .queryFreezeOrder, .queryUnfreezeOrder, .queryOrder: "order"
        }
    }

    init(interface: BankInterface) {
        self.interface = interface
    }
}
