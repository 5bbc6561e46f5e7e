import Testing

@testable import PayEngine

@Suite struct AuthorCodeScanningTests {
    private static let rest = "4567890123456789012345"

    private static func code(_ prefix: String, _ length: Int) -> String {
        String((prefix + rest).prefix(length))
    }

    @Test(arguments: ["10", "11", "12", "13", "14", "15"])
    func wechatCodesHave18Digits(prefix: String) throws {
        for length in 16...24 {
            let text = Self.code(prefix, length)
            if length == 18 {
                let code = try AuthorCode(scanned: text, prefixes: CodePrefixes())
                #expect(code.platform == .wechat && code.digits == SecretBytes(text.utf8))
            } else {
                #expect(throws: AuthorCode.ScanningError.wrongLength(platform: .wechat, found: length)) {
                    try AuthorCode(scanned: text, prefixes: CodePrefixes())
                }
            }
        }
    }

    @Test(arguments: ["25", "26", "27", "28", "29", "30"])
    func alipayCodesHave16To24Digits(prefix: String) throws {
        for length in 16...24 {
            #expect(try AuthorCode(scanned: Self.code(prefix, length), prefixes: CodePrefixes()).platform == .alipay)
        }
        for text in [Self.code(prefix, 15), Self.code(prefix, 24) + "0"] {
            #expect(throws: AuthorCode.ScanningError.wrongLength(platform: .alipay, found: text.count)) {
                try AuthorCode(scanned: text, prefixes: CodePrefixes())
            }
        }
    }

    @Test(arguments: [
        ("", AuthorCode.ScanningError.empty), ("  \r\n\t", .empty), ("1345502644968824a7", .notDigits),
        ("134550264496882447x", .notDigits), ("１３４５５０２６４４９６８８２４４７", .notDigits), ("13455026449688244٣", .notDigits),
        ("-34550264496882447", .notDigits), ("12.50", .notDigits),
        ("164550264496882447", .unknownPrefix("16")), ("094550264496882447", .unknownPrefix("09")),
        ("244550264496882447", .unknownPrefix("24")), ("314550264496882447", .unknownPrefix("31")),
        ("1", .unknownPrefix("1")),
        ("6212345678901234567", .unionPay), ("621234567890123456", .unknownPrefix("62")),
        ("62123456789012345678", .unknownPrefix("62")),
    ])
    func refuses(text: String, error: AuthorCode.ScanningError) {
        #expect(throws: error) { try AuthorCode(scanned: text, prefixes: CodePrefixes()) }
    }

    @Test func spacesAndLineEndsOfScannersDoNotCount() throws {
        let code = try AuthorCode(scanned: " 1345 5026 4496 8824 47\r\n", prefixes: CodePrefixes())
        #expect(code == SampleTill.wechatCode)
    }

    @Test func aGivenPlatformOverridesThePrefix() throws {
        let text = "164550264496882447"
        #expect(try AuthorCode(scanned: text, prefixes: CodePrefixes(), platform: .wechat).platform == .wechat)
        #expect(try AuthorCode(scanned: text, prefixes: CodePrefixes(), platform: .alipay).platform == .alipay)
        let wechat = SampleTill.wechatCode.text
        #expect(try AuthorCode(scanned: wechat, prefixes: CodePrefixes(), platform: .alipay).platform == .alipay)
        #expect(throws: AuthorCode.ScanningError.wrongLength(platform: .wechat, found: 16)) {
            try AuthorCode(scanned: "2812345678901234", prefixes: CodePrefixes(), platform: .wechat)
        }
    }

    @Test(arguments: PayPlatform.allCases)
    func noPlatformMakesAUnionPayCodeItsOwn(platform: PayPlatform) {
        #expect(throws: AuthorCode.ScanningError.unionPay) {
            try AuthorCode(scanned: "6212345678901234567", prefixes: CodePrefixes(), platform: platform)
        }
    }

    @Test func prefixesAreConfiguration() throws {
        var prefixes = CodePrefixes()
        prefixes.wechat = ["16"]
        prefixes.alipay.append("62")
        #expect(try AuthorCode(scanned: "164550264496882447", prefixes: prefixes).platform == .wechat)
        #expect(try AuthorCode(scanned: "6212345678901234567", prefixes: prefixes).platform == .alipay)
        #expect(throws: AuthorCode.ScanningError.unknownPrefix("13")) {
            try AuthorCode(scanned: SampleTill.wechatCode.text, prefixes: prefixes)
        }
    }

    @Test(arguments: [
        ("134550264496882447", true), ("1234567890123456", true), ("123456789012345678901234", true),
        ("123456789012345", false), ("1234567890123456789012345", false), ("13455026449688244x", false), ("", false),
        ("１３４５５０２６４４９６８８２４４７", false),
    ])
    func knowsWhatLooksLikeACode(text: String, looks: Bool) {
        #expect(AuthorCode.resemblesPaymentCode(text) == looks)
    }

    @Test(arguments: [
        ("", ""), ("押金 101", "押金 101"), ("134550264496882447", "13************2447"),
        ("room 5: 134550264496882447!", "room 5: 13************2447!"), ("x1234567890123456y", "x12**********3456y"),
        ("4200000384201908236723637327", "4200000384201908236723637327"), ("13800138000", "13800138000"),
        ("13800138000135696083988081242", "13***********************1242"),
        ("135696-083988-081242", "13****-******-**1242"), ("１３５６９６０８３９８８０８１２４２", "１３************１２４２"),
        ("1 3 5 6 9 6 0 8 3 9 8 8 0 8 1 2 4 2", "1 3 * * * * * * * * * * * * 1 2 4 2"),
        ("135696083\u{301}988081242", "13*******\u{301}*****1242"),
        ("6212 3456 7890 1234 567", "62** **** **** ***4 567"),
        // Two blanks end a run, and so does every other sign.
        ("13569608  3988081242", "13569608  3988081242"), ("13569608/3988081242", "13569608/3988081242"),
        ("01000052179585043942914729948612", "01000052179585043942914729948612"),
        ("单号sz01 0002 cz17 9585 0439 4291 4729 9486。", "单号sz01 0002 cz17 9585 0439 4291 4729 9486。"),
        ("28123456789012342812345678901234", "28**************************1234"),
        ("13800138000 13900139000", "13800138000 13900139000"), ("1208 13800138000", "1208 13800138000"),
        ("4200 0003 8420 1908 2367", "4200 0003 8420 1908 2367"),
    ])
    func masksCodesInsideOfTexts(text: String, masked: String) {
        #expect(AuthorCode.maskingCodes(in: text) == masked)
        #expect(AuthorCode.isHeld(by: text) == (text != masked))
    }
}
