/// What became of a freeze order, said for both platforms at once.
enum BankStage: TextCoded, Equatable, Sendable {
    case created
    case waiting
    case frozen
    case stopped
    case paymentError
    /// The customer did not pay the till's code in time.
    case closed
    /// Everything was released or consumed.
    case over
    /// The platform does not know the order.
    case absent
    /// This `current_trade_state`, whatever it may mean.
    case number(Int)

    private static let names: [(name: String, stage: BankStage)] = [
        ("created", .created), ("waiting", .waiting), ("frozen", .frozen), ("stopped", .stopped),
        ("payment-error", .paymentError), ("closed", .closed), ("over", .over), ("absent", .absent),
    ]

    static var allNames: [String] { names.map(\.name) }

    /// Reads a name, or the number of a state.
    init?(_ text: String) {
        if let named = Self.names.first(where: { $0.name == text }) {
            self = named.stage
        } else if let number = Int(text), (0...Int(Int32.max)).contains(number) {
            self = .number(number)
        } else {
            return nil
        }
    }

    var text: String {
        if case .number(let number) = self { return String(number) }
        return Self.names.first { $0.stage == self }?.name ?? ""
    }

    /// Returns the `current_trade_state` on a platform.
    func tradeState(on platform: BankPlatform) -> Int {
        switch (self, platform) {
        case (.created, _): 1
        case (.waiting, .wechat): 3
        case (.waiting, .alipay): 1
        case (.frozen, _): 2
        case (.stopped, .wechat): 4
        case (.paymentError, .wechat), (.closed, .wechat): 6
        case (.over, .wechat): 5
        case (.stopped, .alipay), (.paymentError, .alipay), (.closed, .alipay), (.over, .alipay): 3
        case (.absent, .wechat): 7
        case (.absent, .alipay): 4
        case (.number(let number), _): number
        }
    }
}
