import PayEngine

/// A freeze that this run of the till sent, and what became of it so far.
struct Freeze: Equatable, Sendable {
    enum Stage: Equatable, Sendable {
        /// Nothing was heard yet.
        case sending
        /// It is in the journal and on its way, or waits.
        case underWay(Deposit)
        case ended(End)
    }

    enum End: Equatable, Sendable {
        case settled(Deposit)
        case leftOpen(Deposit)
        case seenBefore(Deposit)
        case rejected(OrderRejection)
        /// The telling broke off. The order, if one was made, is an open question.
        case lost(Deposit?)
    }

    let id: FreezeID
    let amount: Fen
    let platform: PayPlatform
    let maskedCode: String
    let reference: String?
    /// Uptime in milliseconds.
    let sentTime: Int64
    /// The customer scans a code of the till.
    let isOffer: Bool
    /// What that code says (`code_url`), once it came.
    private(set) var codeURL: String?
    private(set) var stage = Stage.sending

    init(id: FreezeID, request: FreezeRequest, sentTime: Int64) {
        self.id = id
        amount = request.amount
        platform = request.code.platform
        maskedCode = request.code.masked
        reference = request.reference
        isOffer = false
        self.sentTime = sentTime
    }

    init(id: FreezeID, offer request: CodeRequest, sentTime: Int64) {
        self.id = id
        amount = request.amount
        platform = .alipay
        maskedCode = ""
        reference = request.reference
        isOffer = true
        self.sentTime = sentTime
    }

    var isOver: Bool {
        switch stage {
        case .sending, .underWay: false
        case .ended: true
        }
    }

    var deposit: Deposit? {
        switch stage {
        case .underWay(let deposit), .ended(.settled(let deposit)), .ended(.leftOpen(let deposit)),
            .ended(.seenBefore(let deposit)):
            deposit
        case .ended(.lost(let deposit)): deposit
        case .sending, .ended(.rejected): nil
        }
    }

    /// Nothing follows an end.
    mutating func advance(_ progress: OrderProgress) {
        guard !isOver else { return }
        switch progress {
        // No platform holds a freeze back.
        case .heldBack: break
        case .started(let order), .changed(let order): stage = .underWay(order.deposit)
        case .offered(let order, let url, _):
            codeURL = url
            stage = .underWay(order.deposit)
        case .settled(let order): stage = .ended(.settled(order.deposit))
        case .leftOpen(let order): stage = .ended(.leftOpen(order.deposit))
        case .seenBefore(let deposit): stage = .ended(.seenBefore(deposit))
        case .rejected(let rejection): stage = .ended(.rejected(rejection))
        }
    }

    mutating func breakOff() {
        guard !isOver else { return }
        stage = .ended(.lost(deposit))
    }
}

/// Names one freeze within this run of the till, before it has an order number.
struct FreezeID: Hashable, Sendable {
    let value: Int
}
