import FoundationEssentials
import TestSupport
import Testing

@testable import PayEngine

@Suite struct TillConfigurationTests {
    let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    @Test func leastConfigurationHasTheDefaults() throws {
        let configuration = try folder.load()
        #expect(configuration.till.deviceID == "824")
        #expect(configuration.till.machineNumber == "00-05-9a-3c-7a-00")
        #expect(configuration.till.orderPrefix == "sz010002cz")
        #expect(configuration.till.serialNumber == nil)
        #expect(configuration.till.subTerminalType == nil)
        #expect(configuration.till.address == nil)
        #expect(configuration.till.language == nil)
        #expect(configuration.till.theme == "classic")
        #expect(configuration.merchant.key == AuthenKey(ConfigurationFolder.keyText))
        #expect(configuration.gateway.bases == GatewayBase.published)
        #expect(configuration.gateway.authorityFile == nil)
        #expect(configuration.gateway.proxy == nil)
        #expect(configuration.gateway.ciphers == .standard)
        #expect(configuration.gateway.connectTimeout == .seconds(5))
        #expect(configuration.gateway.timeout == .seconds(15))
        #expect(configuration.deposit.body == "押金")
        #expect(configuration.deposit.maximum == Fen(5_000_000))
        #expect(configuration.deposit.quickAmounts == [Fen(10_000), Fen(20_000), Fen(50_000)])
        #expect(!configuration.deposit.asksReference)
        #expect(!configuration.deposit.wechatPartialRelease)
        #expect(configuration.deposit.disarmTime == .seconds(120))
        #expect(configuration.deposit.wechatHoldDays == 30)
        #expect(configuration.deposit.alipayHoldDays == 30)
        #expect(configuration.codes == CodePrefixes())
        #expect(configuration.polling.interval == .milliseconds(2500))
        #expect(configuration.polling.limit == .seconds(120))
        #expect(configuration.journalDirectory == "/state/postui/journal")
        #expect(configuration.log.file == "/state/postui/postui.log")
        #expect(configuration.log.level == .info)
        #expect(configuration.staff.isEmpty)
    }

    @Test func whatIsSentBesidesIsRead() throws {
        let configuration = try folder.load(
            [
                "till.shop_id": "\"S1\"", "merchant.staff_id": "\"1192\"", "merchant.app_id": "\"wx1\"",
                "merchant.sub_app_id": "\"wx2\"", "deposit.attach": "\"附\"", "deposit.goods_tag": "\"tag\"",
                "deposit.limit_pay": "\"no_credit\"", "deposit.enable_pay_channels": "\"balance\"",
            ], tail: "[merchant.alipay]\nuser_id = \"2088\"\n")
        #expect(configuration.till.shopID == "S1")
        #expect(configuration.merchant.staffID == "1192")
        #expect(configuration.merchant.accounts == .init(appID: "wx1", subAppID: "wx2", userID: "2088"))
        #expect(configuration.deposit.attach == "附")
        #expect(configuration.deposit.goodsTag == "tag")
        #expect(configuration.deposit.limitPay == .noCredit)
        #expect(configuration.deposit.payChannels == "balance")
        let empty = try folder.load([
            "deposit.attach": "\"\"", "deposit.goods_tag": "\"\"", "deposit.limit_pay": "\"\"",
            "deposit.enable_pay_channels": "\"\"",
        ])
        let least = try folder.load()
        #expect(empty.deposit == least.deposit)
        #expect(least.merchant.staffID == nil && least.merchant.accounts == .init() && least.till.shopID == nil)
    }

    @Test(arguments: [
        ("till.shop_id", 64), ("merchant.staff_id", 64), ("merchant.app_id", 32), ("merchant.sub_app_id", 32),
        ("deposit.attach", 127), ("deposit.goods_tag", 32), ("deposit.enable_pay_channels", 255),
    ])
    func theLimitsAreTheProtocols(key: String, limit: Int) throws {
        _ = try folder.load([key: "\"\(String(repeating: "x", count: limit))\""])
        let problems = folder.problems([key: "\"\(String(repeating: "x", count: limit + 1))\""])
        #expect(problems.map(\.key) == [key])
    }

    @Test func onlyOneWayOfPayingCanBeRefused() {
        #expect(folder.problems(["deposit.limit_pay": "\"no_debit\""]).map(\.key) == ["deposit.limit_pay"])
    }

    @Test func everyKeyIsRead() throws {
        try folder.write("ca.pem", SampleCertificate.text)
        let configuration = try folder.load(
            [
                "till.sn_code": "\"PF1\"", "till.sub_terminal_type": "7", "till.ip": "\"192.0.2.7\"",
                "till.language": "\"en\"", "till.theme": "\"night.toml\"", "gateway.ca_file": "\"ca.pem\"",
                "gateway.bases": "[\"https://a.example:8443\", \"https://127.0.0.1:8080\"]",
                "gateway.proxy": "\"http://user:word@proxy.example:3128\"",
                "gateway.tls12_ciphers": "\"AES128-SHA\"",
                "gateway.connect_timeout_seconds": "0.5", "gateway.timeout_seconds": "30",
                "deposit.body": "\"房间押金\"", "deposit.maximum": "\"300.50\"",
                "deposit.quick_amounts": "[\"1\", \"2.5\"]", "deposit.ask_reference": "true",
                "deposit.disarm_seconds": "45", "deposit.wechat_partial_release": "true",
                "deposit.wechat_hold_days": "10",
                "deposit.alipay_hold_days": "11", "codes.wechat": "[\"10\"]", "codes.alipay": "[\"28\", \"29\"]",
                "polling.interval_seconds": "2", "polling.limit_seconds": "90.125",
                "journal.directory": "\"/srv/journal\"", "log.file": "\"logs/till.log\"", "log.level": "\"debug\"",
            ],
            tail: """

                [[staff]]
                id = "1206"
                name = "小李"
                role = "clerk"

                [[staff]]
                id = "0001"
                name = "Wang"
                role = "supervisor"
                pin = "scrypt:ln=14,r=8,p=1:AAECAwQFBgcICQoLDA0ODw:WN+87vPtGO4o1fwEttloKNIwtqGZqnsfkSCWNJhrpMg"
                """)
        #expect(configuration.till.serialNumber == "PF1")
        #expect(configuration.till.subTerminalType == 7)
        #expect(configuration.till.address == "192.0.2.7")
        #expect(configuration.till.language == .english)
        #expect(configuration.till.theme == "\(folder.path)/night.toml")
        #expect(configuration.gateway.authorityFile == "\(folder.path)/ca.pem")
        #expect(configuration.gateway.bases.map(\.text) == ["https://a.example:8443", "https://127.0.0.1:8080"])
        #expect(configuration.gateway.proxy == "http://user:word@proxy.example:3128")
        #expect(configuration.gateway.ciphers.text == "AES128-SHA")
        #expect(configuration.gateway.connectTimeout == .milliseconds(500))
        #expect(configuration.gateway.timeout == .seconds(30))
        #expect(configuration.deposit.body == "房间押金")
        #expect(configuration.deposit.maximum == Fen(30_050))
        #expect(configuration.deposit.quickAmounts == [Fen(100), Fen(250)])
        #expect(configuration.deposit.asksReference)
        #expect(configuration.deposit.wechatPartialRelease)
        #expect(configuration.deposit.disarmTime == .seconds(45))
        #expect(configuration.deposit.wechatHoldDays == 10)
        #expect(configuration.deposit.alipayHoldDays == 11)
        #expect(configuration.codes.wechat == ["10"])
        #expect(configuration.codes.alipay == ["28", "29"])
        #expect(configuration.polling.interval == .seconds(2))
        #expect(configuration.polling.limit == .milliseconds(90_125))
        #expect(configuration.journalDirectory == "/srv/journal")
        #expect(configuration.log.file == "\(folder.path)/logs/till.log")
        #expect(configuration.log.level == .debug)
        #expect(
            configuration.staff == [
                StaffMember(id: "1206", name: "小李", role: .clerk),
                StaffMember(
                    id: "0001", name: "Wang", role: .supervisor,
                    pinHash: PinHash(
                        "scrypt:ln=14,r=8,p=1:AAECAwQFBgcICQoLDA0ODw:WN+87vPtGO4o1fwEttloKNIwtqGZqnsfkSCWNJhrpMg")),
            ])
    }

    @Test func exampleLoadsWithAKeyBesideIt() throws {
        let example = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../examples/till.toml").standardizedFileURL
        let text = String(decoding: try Data(contentsOf: example), as: UTF8.self)
        let configuration = try folder.load(text: text)
        #expect(configuration.staff.map(\.name) == ["小李", "主管"])
        #expect(configuration.journalDirectory == "\(folder.path)/journal")
        #expect(configuration.gateway.bases == GatewayBase.published)
    }

    @Test func wordsForPeopleAreCleanedAndIdsAreNot() throws {
        let configuration = try folder.load(
            ["deposit.body": #""押\u001b[2J\u202e金""#],
            tail: "[[staff]]\nid = \"1\"\nname = \"a\\u200bb\"\nrole = \"clerk\"\n")
        #expect(configuration.deposit.body == "押[2J金")
        #expect(configuration.staff.map(\.name) == ["ab"])
        #expect(folder.problems(["till.device_id": #""8\u001b24""#]).map(\.key) == ["till.device_id"])
    }

    @Test func quickAmountsGiveWayToASmallMaximum() throws {
        #expect(try folder.load(["deposit.maximum": "\"150\""]).deposit.quickAmounts == [Fen(10_000)])
    }

    @Test func limitsAreBytesOfUTF8() throws {
        let fits = String(repeating: "押", count: 42) + "ab"
        #expect(try folder.load(["deposit.body": "\"\(fits)\""]).deposit.body == fits)
        #expect(folder.problems(["deposit.body": "\"\(fits)c\""]).map(\.key) == ["deposit.body"])
    }
}
