import TestSupport
import Logging

@testable import PayEngine

/// The till of the published examples.
enum SampleTill {
    static let keyText = "696FF05FA7CE76664211A47CD788CC30"
    static let key = known(AuthenKey(keyText))
    static let merchant = TillConfiguration.Merchant(
        providerID: "sz01lXKA6DKGjNzr2l4B", merchantID: "sz01KzuCUOmw8yjtPite", shopID: "sz011biKxOguirmBqiFR",
        key: key)
    static let till = TillConfiguration.Till(
        deviceID: "824", machineNumber: "00-05-9a-3c-7a-00", orderPrefix: "sz010002cz", serialNumber: nil,
        subTerminalType: nil, address: "192.0.2.7", language: nil, theme: "classic")
    static let first = known(GatewayBase("https://pay.example"))
    static let second = known(GatewayBase("https://sz.pay.example"))
    static let number = known(OrderNumber("sz010002cz1564384955000000000001"))
    static let wechatCode = AuthorCode(digits: "134550264496882447", platform: .wechat)
    static let alipayCode = AuthorCode(digits: "281234567890123456", platform: .alipay)
    static let fee = Fen(1250)

    static func asked(_ platform: PayPlatform, fee: Fen? = SampleTill.fee) -> ExpectedOrder {
        ExpectedOrder(number: number, platform: platform, fee: fee)
    }

    static func configuration(
        bases: [GatewayBase] = [first, second], directory: String = "/nonexistent", staff: [StaffMember] = []
    ) -> TillConfiguration {
        TillConfiguration(
            till: till, merchant: merchant,
            gateway: TillConfiguration.Gateway(
                bases: bases, authorityFile: nil, proxy: nil, connectTimeout: .seconds(5), timeout: .seconds(15)),
            deposit: TillConfiguration.DepositDefaults(
                body: "押金", maximum: Fen(5_000_000), quickAmounts: [], asksReference: false,
                disarmTime: .seconds(120), wechatPartialRelease: false, wechatHoldDays: 30, alipayHoldDays: 30),
            codes: CodePrefixes(),
            polling: TillConfiguration.Polling(interval: .milliseconds(2500), limit: .seconds(120)),
            journalDirectory: directory, log: TillConfiguration.Log(file: "/nonexistent/log", level: .info),
            staff: staff)
    }

    static var silentLog: Logger {
        Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    }
}
