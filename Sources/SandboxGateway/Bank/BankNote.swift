/// What a request turned out to be, for the list of requests.
struct BankNote: Equatable, Sendable {
    let interface: BankInterface
    /// `out_freeze_no`, where the content could be read.
    var number: String?
    /// The content's authen code, computed by the sandbox: equal for equal bytes.
    var contentCode: String?
    /// Whether this request made an order.
    var madeOrder = false
    /// The `status` of the answer before it was spoilt; nil for ping and where the bank was not asked.
    var status: Int?
    /// `internal_status` beside it.
    var internalStatus: Int?
    var description: String?
    /// Those that struck the request.
    var faults: [Fault] = []

    init(interface: BankInterface) {
        self.interface = interface
    }
}
