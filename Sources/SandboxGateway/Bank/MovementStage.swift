/// What became of a release or a consume, said for both platforms at once.
enum MovementStage: TextCoded, Equatable, Sendable {
    case created
    /// Being worked on: only a consume has a state of its own for that.
    case working
    case done
    case failed
    /// A consume that was done, and given back to the customer since.
    case refunded
    /// The platform does not know it.
    case absent
    /// This `current_trade_state`, whatever it may mean.
    case number(Int)

    private static let names: [(name: String, stage: MovementStage)] = [
        ("created", .created), ("working", .working), ("done", .done), ("failed", .failed), ("refunded", .refunded),
        ("absent", .absent),
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

    /// Whether the money has moved.
    var isEffective: Bool { self == .done || self == .refunded }

    /// Returns the `current_trade_state` on a platform.
    func tradeState(of kind: MovementKind, on platform: BankPlatform, forms: AnswerForms = AnswerForms()) -> Int {
        if self == .refunded, kind == .consume, platform == .alipay, forms.has(.refundedIsFour) { return 4 }
        switch kind {
        case .release: return releaseState(on: platform)
        case .consume: return consumeState(on: platform)
        }
    }

    private func releaseState(on platform: BankPlatform) -> Int {
        switch (self, platform) {
        case (.created, _), (.working, _): 1
        case (.done, _), (.refunded, _): 2
        case (.failed, _): 3
        case (.absent, .wechat): 4
        case (.absent, .alipay): 5
        case (.number(let number), _): number
        }
    }

    private func consumeState(on platform: BankPlatform) -> Int {
        switch (self, platform) {
        case (.created, _): 1
        case (.working, .wechat): 9
        case (.done, .wechat): 14
        case (.failed, .wechat): 10
        case (.refunded, .wechat): 4
        case (.absent, .wechat): 11
        case (.working, .alipay): 4
        case (.done, .alipay): 2
        case (.failed, .alipay), (.refunded, .alipay): 5
        case (.absent, .alipay): 7
        case (.number(let number), _): number
        }
    }
}
