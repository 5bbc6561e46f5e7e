import TestSupport
import Testing

@testable import PayEngine

@Suite struct FieldLimitTests {
    /// A field of a freeze, its limit in bytes, and how to set it.
    struct Field: Sendable, CustomTestStringConvertible {
        let name: String
        let limit: Int
        let set: @Sendable (inout SampleRequest, String) -> Void

        var testDescription: String { name }
    }

    static let fields: [Field] = [
        Field(name: "out_freeze_no", limit: 32) { $0.number = $1 },
        Field(name: "author_code", limit: 256) { $0.code = AuthorCode(digits: $1, platform: .wechat) },
        Field(name: "body", limit: 128) { $0.body = $1 },
        Field(name: "remark", limit: 127) { $0.remark = $1 },
        Field(name: "nonce_str", limit: 32) { $0.nonce = $1 },
        Field(name: "out_mch_id", limit: 32) { $0.merchant.providerID = $1 },
        Field(name: "out_sub_mch_id", limit: 32) { $0.merchant.merchantID = $1 },
        Field(name: "out_shop_id", limit: 32) { $0.merchant.shopID = $1 },
        Field(name: "device_id", limit: 64) { $0.till.deviceID = $1 },
        Field(name: "staff_id", limit: 64) { $0.staffID = $1 },
        Field(name: "machine_no", limit: 32) { $0.till.machineNumber = $1 },
        Field(name: "spbill_create_ip", limit: 16) { $0.address = $1 },
        Field(name: "sn_code", limit: 127) { $0.till.serialNumber = $1 },
        Field(name: "shop_id", limit: 64) { $0.till.shopID = $1 },
        Field(name: "app_id", limit: 32) { $0.merchant.accounts.appID = $1 },
        Field(name: "sub_app_id", limit: 32) { $0.merchant.accounts.subAppID = $1 },
        Field(name: "user_id", limit: 32) { $0.merchant.accounts.userID = $1 },
        Field(name: "attach", limit: 127) { $0.options.attach = $1 },
        Field(name: "goods_tag", limit: 32) { $0.options.goodsTag = $1 },
        Field(name: "enable_pay_channels", limit: 255) { $0.options.payChannels = $1 },
    ]

    @Test(arguments: fields)
    func theLimitIsTakenAndOneMoreIsNot(field: Field) throws {
        var sample = SampleRequest()
        field.set(&sample, String(repeating: "x", count: field.limit))
        _ = try sample.made().bytes()
        field.set(&sample, String(repeating: "x", count: field.limit + 1))
        expectRefusal(of: sample, field, found: field.limit + 1)
    }

    @Test(arguments: fields)
    func bytesCountNotCharacters(field: Field) throws {
        for (character, size) in [("押", 3), ("😀", 4), ("é", 2)] {
            let fitting = field.limit / size
            let padding = String(repeating: "x", count: field.limit - fitting * size)
            var sample = SampleRequest()
            field.set(&sample, String(repeating: character, count: fitting) + padding)
            _ = try sample.made().bytes()
            field.set(&sample, String(repeating: character, count: fitting) + padding + "x")
            expectRefusal(of: sample, field, found: field.limit + 1)
        }
    }

    @Test func whatIsTakenAlwaysFits() {
        let random = SeededRandomSource(11)
        for _ in 0..<1500 {
            let field = random.element(of: Self.fields)
            let text = random.words(random.below(field.limit + 8))
            var sample = SampleRequest()
            field.set(&sample, text)
            let isTaken = (try? sample.made().bytes()) != nil
            #expect(isTaken == (text.utf8.count <= field.limit), "\(field.name): \(text)")
        }
    }

    @Test func ourOwnVersionFits() {
        #expect(OrderClient.version.utf8.count <= 10)
    }

    private func expectRefusal(of sample: SampleRequest, _ field: Field, found: Int) {
        #expect(throws: OrderRejection.fieldTooLong(name: field.name, limit: field.limit, found: found)) {
            try sample.made().bytes()
        }
    }

    @Test(arguments: [
        ("押金押金", 7, "押金"), ("abc", 3, "abc"), ("abc", 2, "ab"), ("😀", 3, ""), ("", 0, ""), ("e\u{301}x", 2, ""),
    ])
    func clippingCutsNoCharacter(text: String, limit: Int, clipped: String) {
        #expect(text.clipped(toBytes: limit) == clipped)
    }
}
