import TestSupport

@testable import PayEngine
@testable import PosTUI

/// Values that the tests of the screens share.
///
/// All times are in UTC+8.
enum Sample {
    static let number = "sz010002cz1795238741004200000001"
    static let weChatCode = "134567890123456789"
    static let alipayCode = "281234567890123456"
    static let clerk = StaffMember(id: "1206", name: "小李", role: .clerk)
    static let supervisor = StaffMember(id: "0001", name: "王主管", role: .supervisor)
    static let pin = "483926"
    /// Needs ``pin``.
    static let guarded = StaffMember(
        id: "0002", name: "陈", role: .supervisor, pinHash: try? PinHash(hashing: known(Pin(pin))))
    /// 2026-11-21 14:03:22 in UTC+8.
    static let wall = Timestamp(seconds: 1_795_241_002)
    static let start = Moment(wall: wall, uptime: 1_000_000)
    static let demoHint = [
        "12.50 已冻结 frozen", "12.51 输密码后冻结 password", "12.52 顾客取消 stopped", "12.53 支付失败 payment error",
        "12.54 结果未知 unknown", "12.55 答复丢失 answer lost",
    ]

    static func configuration(base: String = "https://pay.qcloud.com") -> TillConfiguration {
        TillConfiguration(
            till: .init(
                deviceID: "824", machineNumber: "00-05-9a-3c-7a-00", orderPrefix: "sz010002cz", serialNumber: nil,
                subTerminalType: nil, address: "192.0.2.7", language: nil, theme: "classic"),
            merchant: .init(
                providerID: "p", merchantID: "m", shopID: "s",
                key: known(AuthenKey(String(repeating: "k", count: AuthenKey.length)))),
            gateway: .init(
                bases: [known(GatewayBase(base))], authorityFile: nil, proxy: nil, connectTimeout: .seconds(5),
                timeout: .seconds(15)),
            deposit: .init(
                body: "押金", maximum: Fen(5_000_000), quickAmounts: [Fen(10000), Fen(20000), Fen(50000)],
                asksReference: false, disarmTime: .seconds(120), wechatPartialRelease: false, wechatHoldDays: 30,
                alipayHoldDays: 30),
            codes: CodePrefixes(), polling: .init(interval: .milliseconds(2500), limit: .seconds(120)),
            journalDirectory: "/nowhere", log: .init(file: "/nowhere", level: .info), staff: [clerk, supervisor])
    }

    /// A freeze as the lists of orders hold it.
    static func order(
        _ outcome: Outcome, _ reason: Reason = .inProgress, number: String = number, fee: Int64 = 1250,
        platform: PayPlatform = .wechat, minutesAgo: Int64 = 0
    ) -> DepositOrder {
        DepositOrder(
            deposit(outcome, reason, number: number, fee: fee, platform: platform, minutesAgo: minutesAgo))
    }

    static func deposit(
        _ outcome: Outcome, _ reason: Reason = .inProgress, number: String = number, fee: Int64 = 1250,
        platform: PayPlatform = .wechat, reference: String? = nil, record: String? = "1a2b3c4d5e6f7081",
        minutesAgo: Int64 = 0
    ) -> Deposit {
        var deposit = Deposit(
            number: known(OrderNumber(number)), fee: Fen(fee), platform: platform, staffID: clerk.id,
            maskedCode: "13************6789", body: "押金", reference: reference,
            startTime: Timestamp(seconds: wall.seconds - minutesAgo * 60), base: "https://pay.qcloud.com")
        deposit.freeze.outcome = outcome
        deposit.freeze.reason = reason
        deposit.freeze.record = outcome.isSettled ? record : nil
        return deposit
    }

    /// A code of the till that nobody has scanned yet.
    static func offered(seconds: Int64 = 120, reference: String? = nil) -> Deposit {
        let intent = Order.Intent(
            fee: Fen(1250), platform: .alipay, base: "https://pay.qcloud.com", staffID: clerk.id, body: "押金",
            reference: reference, expiry: Timestamp(seconds: wall.seconds + seconds))
        var deposit = Deposit(intent, number: known(OrderNumber(number)), startTime: wall)
        deposit.freeze.outcome = .waiting
        deposit.freeze.reason = .customerScanning
        return deposit
    }

    static let codeURL = "https://qr.alipay.com/bax03112jjhkbbrfzl4e00fd"

    static func lookUp() -> LookUp {
        var found = LookUp(number: number, source: .gateway)
        found.outcome = .done
        var order = FreezeOrder(number: number, platform: .wechat)
        order.fee = Fen(10000)
        order.freezeID = "4200000384201908236723637327"
        order.tradeState = 2
        order.createTime = wall
        order.lastUpdateTime = Timestamp(seconds: wall.seconds + 2)
        order.maskedCode = "13************6789"
        order.body = "押金"
        order.consumed = .zero
        order.releasedByHand = Fen(3000)
        found.order = order
        found.releases = [release("…1", 2000, .released, "早退房"), release("…2", 1000, .released, nil)]
        found.releases.append(release("…3", 500, .refused, "设备坏"))
        var local = deposit(.done, fee: 10000, reference: "302 张先生")
        local.laterOrders = found.releases.map { release in
            laterOrder(
                .release, release.outcome == .released ? .done : .refused,
                release.outcome == .released ? .carriedOut : .failedAtPlatform, fee: release.fee?.value ?? 0,
                number: release.number, of: local)
        }
        local.freeze.platformNumber = order.freezeID
        found.local = local
        found.story = [
            .init(time: wall, event: "freeze.intent"),
            .init(time: Timestamp(seconds: wall.seconds + 1), event: "freeze.waiting", reason: .customerTyping),
            .init(time: Timestamp(seconds: wall.seconds + 2), event: "freeze.frozen", outcome: .done),
        ]
        found.base = "https://pay.qcloud.com"
        return found
    }

    private static func release(_ tail: String, _ fee: Int64, _ outcome: Release.Outcome, _ remark: String?) -> Release
    {
        var release = Release(number: "sz010002cz17952400000055000" + tail.dropFirst(), outcome: outcome)
        release.fee = Fen(fee)
        release.createTime = Timestamp(seconds: wall.seconds + 3600)
        release.remark = remark
        release.staffID = supervisor.id
        release.deviceID = "824"
        return release
    }
}
