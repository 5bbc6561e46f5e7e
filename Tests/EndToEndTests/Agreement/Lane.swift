import PayEngine

@testable import SandboxGateway

/// One of the orders that a till makes, on a platform: what a cell of the matrix lets go wrong.
enum Lane: String, CaseIterable, Sendable {
    case freezeWeChat = "freeze, WeChat Pay"
    case freezeAlipay = "freeze, Alipay"
    case codeAlipay = "code freeze, Alipay"
    case releaseWeChat = "release, WeChat Pay"
    case releaseAlipay = "release in parts, Alipay"
    case consumeWeChat = "consume, WeChat Pay"
    case consumeAlipay = "consume, Alipay"
    case consumeKeeping = "consume that keeps the rest, Alipay"

    var platform: PayPlatform {
        switch self {
        case .freezeWeChat, .releaseWeChat, .consumeWeChat: .wechat
        case .freezeAlipay, .codeAlipay, .releaseAlipay, .consumeAlipay, .consumeKeeping: .alipay
        }
    }

    /// What makes the order.
    var making: BankInterface {
        switch self {
        case .freezeWeChat, .freezeAlipay: .microFreeze
        case .codeAlipay: .scancodeFreeze
        case .releaseWeChat, .releaseAlipay: .unfreeze
        case .consumeWeChat, .consumeAlipay, .consumeKeeping: .depositConsume
        }
    }

    /// What asks about it.
    var asking: BankInterface {
        switch self {
        case .freezeWeChat, .freezeAlipay, .codeAlipay: .queryFreezeOrder
        case .releaseWeChat, .releaseAlipay: .queryUnfreezeOrder
        case .consumeWeChat, .consumeAlipay, .consumeKeeping: .queryOrder
        }
    }

    /// Whether it is a release or consume of a deposit.
    var isMovement: Bool { making == .unfreeze || making == .depositConsume }

    /// What the till says and writes when it worked.
    var done: String {
        switch making {
        case .unfreeze: "released(carried_out)"
        case .depositConsume: "consumed(carried_out)"
        case .microFreeze, .scancodeFreeze, .ping, .queryFreezeOrder, .queryUnfreezeOrder, .queryOrder: "frozen(held)"
        }
    }

    /// What the journal's events of it begin with.
    var word: String {
        switch making {
        case .unfreeze: "unfreeze."
        case .depositConsume: "consume."
        case .microFreeze, .scancodeFreeze, .ping, .queryFreezeOrder, .queryUnfreezeOrder, .queryOrder: "freeze."
        }
    }

    /// Of the deposit of 12.50 yuan; the rest stays, or goes with a consume.
    static let deposit = Fen(1250)
    static let part = Fen(425)
}
