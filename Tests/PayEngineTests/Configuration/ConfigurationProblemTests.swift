import TestSupport
import Testing

@testable import PayEngine

/// One wrong thing at a time: it is told with its key, its line and what is wanted; then several at once.
@Suite struct ConfigurationProblemTests {
    let folder: ConfigurationFolder

    init() throws {
        folder = try ConfigurationFolder()
    }

    @Test(arguments: [
        "till.device_id", "till.machine_no", "till.order_prefix", "merchant.out_mch_id", "merchant.out_sub_mch_id",
        "merchant.out_shop_id", "merchant.authen_key_file",
    ])
    func missingKey(key: String) throws {
        let problems = folder.problems([key: nil])
        #expect(problems.map(\.key) == [key])
        let problem = try #require(problems.first)
        guard case .missing = problem.kind else {
            Issue.record("\(problem)")
            return
        }
        #expect(problem.line != nil)
    }

    @Test(arguments: [
        "till.device_id", "till.machine_no", "till.order_prefix", "till.sn_code", "till.ip", "till.language",
        "till.theme", "merchant.out_mch_id", "merchant.out_sub_mch_id", "merchant.out_shop_id",
        "merchant.authen_key_file", "gateway.bases", "gateway.ca_file", "gateway.proxy", "gateway.tls12_ciphers",
        "deposit.body",
        "deposit.maximum", "deposit.quick_amounts", "deposit.ask_reference", "deposit.wechat_partial_release",
        "codes.wechat", "codes.alipay", "journal.directory", "log.file", "log.level",
    ])
    func wholeNumberWhereNoneBelongs(key: String) throws {
        let problems = folder.problems([key: "824"])
        #expect(problems.map(\.key) == [key])
        let problem = try #require(problems.first)
        guard case .wrongType(found: .wholeNumber, _) = problem.kind else {
            Issue.record("\(problem)")
            return
        }
    }

    @Test(arguments: [
        "till.sub_terminal_type", "gateway.connect_timeout_seconds", "gateway.timeout_seconds",
        "deposit.disarm_seconds", "deposit.wechat_hold_days", "deposit.alipay_hold_days", "polling.interval_seconds",
        "polling.limit_seconds",
    ])
    func textWhereANumberBelongs(key: String) throws {
        let problem = try #require(folder.problems([key: "\"5\""]).first)
        #expect(problem.key == key)
        guard case .wrongType(found: .text, _) = problem.kind else {
            Issue.record("\(problem)")
            return
        }
    }

    @Test(arguments: [
        ("till.device_id", "\"\""), ("till.device_id", "\"\(String(repeating: "a", count: 65))\""),
        ("till.machine_no", "\"\(String(repeating: "a", count: 33))\""), ("till.order_prefix", "\"\""),
        ("till.order_prefix", "\"sz-1\""), ("till.order_prefix", "\"押金\""),
        ("till.order_prefix", "\"12345678901234567\""), ("till.sn_code", "\"\""),
        ("till.sn_code", "\"\(String(repeating: "a", count: 128))\""), ("till.sub_terminal_type", "-1"),
        ("till.sub_terminal_type", "2147483648"), ("till.ip", "\"192.0.2\""), ("till.ip", "\"192.0.2.256\""),
        ("till.ip", "\"192.0.02.7\""), ("till.ip", "\"::1\""), ("till.language", "\"zh\""),
        ("till.theme", "\"my theme\""), ("merchant.out_mch_id", "\"\(String(repeating: "a", count: 33))\""),
        ("merchant.out_sub_mch_id", "\"\""), ("merchant.out_shop_id", "\"\""),
        ("merchant.authen_key_file", "\"\""), ("gateway.bases", "[]"), ("gateway.proxy", "\"proxy.example:3128\""),
        ("gateway.proxy", "\"http://proxy.example\""), ("gateway.proxy", "\"ftp://proxy.example:21\""),
        ("gateway.tls12_ciphers", "\"ALL\""), ("gateway.tls12_ciphers", "\"NULL-SHA256\""),
        ("gateway.connect_timeout_seconds", "0"), ("gateway.timeout_seconds", "-1"),
        ("gateway.timeout_seconds", "601"), ("gateway.timeout_seconds", "nan"), ("gateway.timeout_seconds", "1e30"),
        ("deposit.body", "\"\""), ("deposit.maximum", "\"0\""), ("deposit.maximum", "\"0.001\""),
        ("deposit.maximum", "\"-5\""), ("deposit.maximum", "\"5,000\""), ("deposit.maximum", "\"99999999\""),
        ("deposit.disarm_seconds", "9"), ("deposit.wechat_hold_days", "0"), ("deposit.alipay_hold_days", "366"),
        ("polling.interval_seconds", "0.0"),
        ("polling.limit_seconds", "3601"), ("journal.directory", "\"\""), ("log.level", "\"loud\""),
        ("deposit.quick_amounts", "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\"]"),
    ])
    func badValue(key: String, value: String) throws {
        let problems = folder.problems([key: value])
        #expect(problems.map(\.key) == [key])
        let problem = try #require(problems.first)
        guard case .badValue = problem.kind else {
            Issue.record("\(problem)")
            return
        }
        #expect(problem.line != nil)
    }

    @Test(arguments: [
        ("gateway.bases", "[\"https://pay.qcloud.com\", \"http://pay.qcloud.com\"]", "gateway.bases[2]"),
        ("gateway.bases", "[\"https://pay.qcloud.com/\"]", "gateway.bases[1]"),
        ("gateway.bases", "[\"http://localhost:80\"]", "gateway.bases[1]"),
        ("gateway.bases", "[\"https://a.example\", \"https://a.example\"]", "gateway.bases[2]"),
        ("gateway.bases", "[7]", "gateway.bases[1]"),
        ("deposit.quick_amounts", "[\"1\", \"60000\"]", "deposit.quick_amounts[2]"),
        ("deposit.quick_amounts", "[1.5]", "deposit.quick_amounts[1]"),
        ("codes.wechat", "[\"1\"]", "codes.wechat[1]"), ("codes.wechat", "[\"10\", \"10\"]", "codes.wechat[2]"),
        ("codes.wechat", "[\"25\"]", "codes.alipay"),
    ])
    func badEntryOfAList(key: String, value: String, told: String) throws {
        let problem = try #require(folder.problems([key: value]).first)
        #expect(problem.key == told)
    }

    /// Real money and the sandbox's would stand on one screen, and no word could be true of both.
    @Test(arguments: [
        "[\"https://pay.qcloud.com\", \"http://127.0.0.1:8080\"]",
        "[\"http://[::1]:8080\", \"https://pay.qcloud.com\", \"https://sz.pay.qcloud.com\"]",
    ])
    func aSandboxBesideARealGatewayIsRefused(bases: String) throws {
        let problems = folder.problems(["gateway.bases": bases])
        #expect(problems.map(\.key) == ["gateway.bases"])
        let problem = try #require(problems.first)
        #expect(problem.line != nil)
        for (language, word) in [(TillConfiguration.Language.english, "sandbox"), (.chinese, "沙箱")] {
            let text = problem.text(in: language)
            #expect(text.contains("gateway.bases") && text.contains(word), "\(text)")
        }
        #expect(folder.problems(["gateway.bases": "[\"http://127.0.0.1:1\", \"http://[::1]:2\"]"]) == [])
    }

    @Test(arguments: [
        ("role = \"clerk\"", "staff[1].id"), ("id = \"1\"\nname = \"a\"", "staff[1].role"),
        ("id = \"1\"\nname = \"a\"\nrole = \"boss\"", "staff[1].role"),
        ("id = \"1\"\nrole = \"clerk\"", "staff[1].name"),
        ("id = \"1\"\nname = \"a\"\nrole = \"clerk\"\npin = \"1234\"", "staff[1].pin"),
        ("id = \"1\"\nname = \"a\"\nrole = \"clerk\"\npin = 1234", "staff[1].pin"),
        (
            "id = \"1\"\nname = \"a\"\nrole = \"clerk\"\npin = \"scrypt:ln=31,r=8,p=1:1234:1234\"", "staff[1].pin"
        ),
        ("id = \"1\"\nname = \"a\"\nrole = \"clerk\"\nshift = \"late\"", "staff[1].shift"),
        (
            "id = \"1\"\nname = \"a\"\nrole = \"clerk\"\n[[staff]]\nid = \"1\"\nname = \"b\"\nrole = \"clerk\"",
            "staff[2].id"
        ),
    ])
    func badStaff(entry: String, told: String) throws {
        let problems = folder.problems(tail: "\n[[staff]]\n\(entry)\n")
        #expect(problems.contains { $0.key == told })
        #expect(!ConfigurationError(problems).text(in: .english).contains("1234"))
    }

    @Test func unknownKeysAndTablesAreTold() {
        let problems = folder.problems(["till.devise_id": "\"secret\"", "tills.device_id": "\"824\""])
        #expect(problems.map(\.key) == ["till.devise_id", "tills"])
        #expect(problems.allSatisfy { $0.kind == .unknownKey && $0.line != nil })
        #expect(!ConfigurationError(problems).text(in: .english).contains("secret"))
    }

    @Test func somethingElseInThePlaceOfATable() {
        #expect(
            folder.problems(text: "till = 3\nmerchant = []\nstaff = \"me\"\n").map(\.key) == [
                "till", "merchant", "staff",
            ])
    }

    @Test func allIsToldAtOnceInTheOrderOfTheFile() {
        let problems = folder.problems(
            text: """
                [merchant]
                out_mch_id = 5
                out_sub_mch_id = "sz01"
                out_shop_id = "sz01"
                authen_key_file = "absent.key"

                [till]
                device_id = "824"
                order_prefix = "no-hyphens"
                extra = true

                [polling]
                interval_seconds = "2.5"
                """)
        #expect(
            problems.map(\.key) == [
                "merchant.out_mch_id", "merchant.authen_key_file", "till.machine_no", "till.order_prefix", "till.extra",
                "polling.interval_seconds",
            ])
        #expect(problems.map(\.line) == [2, 5, 7, 9, 10, 13])
    }

    @Test func brokenTOMLIsToldWithItsLine() throws {
        let problem = try #require(folder.problems(text: "[till]\ndevice_id = \n").first)
        guard case .syntax = problem.kind else {
            Issue.record("\(problem)")
            return
        }
        #expect(problem.line == 2)
    }

    @Test func aFileWithoutACertificateIsNoAuthority() throws {
        let path = "\(folder.path)/ca.pem"
        let broken = SampleCertificate.text.replacing("MIIB", with: "MIIC")
        for text in ["", "certificate\n", broken, SampleCertificate.text.replacing("CERTIFICATE", with: "PUBLIC KEY")] {
            try folder.write("ca.pem", text)
            let problems = folder.problems(["gateway.ca_file": "\"ca.pem\""])
            #expect(problems.map(\.kind) == [.noCertificate(path: path)])
            #expect(problems.first?.key == "gateway.ca_file" && problems.first?.line != nil)
        }
        try folder.write("ca.pem", "words before\n" + SampleCertificate.text)
        #expect(folder.problems(["gateway.ca_file": "\"ca.pem\""]) == [])
    }

    @Test func whatIsNoTextIsTold() throws {
        #expect(folder.problems(text: "[till]\u{0}\n").map(\.kind) == [.notText])
        let much = String(repeating: "# much\n", count: 200_000)
        #expect(folder.problems(text: much).map(\.kind) == [.tooLong(path: "\(folder.path)/till.toml")])
    }

    @Test func defaultsNeedAHome() {
        folder.environment = [:]
        #expect(folder.problems().map(\.key) == ["journal.directory", "log.file"])
        #expect(folder.problems().allSatisfy { $0.kind == .noHome })
    }
}
