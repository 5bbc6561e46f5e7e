import Testing

@testable import PayEngine

@Suite struct AuthorCodeTests {
    private static let code = SampleTill.wechatCode

    @Test(arguments: [
        ("134550264496882447", "13************2447"), ("2812345678901234", "28**********1234"),
        ("281234567890123456789012", "28******************9012"), ("123456", "******"), ("", ""),
    ])
    func masksAllButTwoAndFour(digits: String, masked: String) {
        #expect(AuthorCode.mask(digits) == masked)
        #expect(AuthorCode(digits: digits, platform: .wechat).masked == masked)
    }

    @Test func printsMaskedWhereverItMayPrint() {
        struct Holder { let code = AuthorCodeTests.code }
        var dumped = ""
        dump(Self.code, to: &dumped)
        dump(Holder(), to: &dumped)
        dump([Self.code: Optional(Self.code)], to: &dumped)
        let request = FreezeRequest(amount: Fen(1), code: Self.code)
        dump(request, to: &dumped)
        var order = FreezeOrder(number: "1", platform: .wechat)
        order.authorCode = Self.code
        dump(order, to: &dumped)
        let prints = [
            dumped, "\(Self.code)", String(describing: Self.code), String(reflecting: Self.code), "\([Self.code])",
            "\(Optional(Self.code) as Any)", Self.code.debugDescription, Self.code.description, "\(Holder())",
            String(reflecting: Holder()), "\(request)", String(reflecting: request), "\(order)",
            "\(Mirror(reflecting: Self.code).children.map { "\($0)" })",
        ]
        for print in prints {
            #expect(!print.contains(Self.code.text), "\(print)")
            #expect(!print.contains("5502644968"), "\(print)")
        }
        #expect("\(Self.code)" == "13************2447")
    }

    @Test func digestDependsOnCodeAndKeyAndShowsNeither() {
        let key = Array("a key of this journal".utf8)
        let digest = Self.code.digest(key: key)
        #expect(digest == Self.code.digest(key: key))
        #expect(digest.count == 32)
        #expect(digest.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        #expect(digest != Self.code.digest(key: Array("another journal's key".utf8)))
        #expect(digest != AuthorCode(digits: "134550264496882448", platform: .wechat).digest(key: key))
        // The platform may be overridden: the same code must be known again all the same.
        #expect(digest == AuthorCode(digits: Self.code.text, platform: .alipay).digest(key: key))
    }

    @Test func theAuthenticationKeyNeverPrints() {
        var dumped = ""
        dump(SampleTill.key, to: &dumped)
        dump(SampleTill.configuration(), to: &dumped)
        let prints = [
            dumped, "\(SampleTill.key)", String(reflecting: SampleTill.key), "\(SampleTill.configuration())",
            String(reflecting: SampleTill.merchant), "\(Optional(SampleTill.key) as Any)",
        ]
        for print in prints {
            #expect(!print.contains(SampleTill.keyText))
            #expect(!print.contains("54, 57, 54"), "the key's bytes as numbers")
        }
    }

    @Test(arguments: [
        "", "short", SampleTill.keyText + "0", String(repeating: "é", count: 16), SampleTill.keyText.dropLast() + " ",
    ])
    func aKeyIs32PrintableCharacters(text: String) {
        #expect(AuthenKey(text) == nil)
    }
}
