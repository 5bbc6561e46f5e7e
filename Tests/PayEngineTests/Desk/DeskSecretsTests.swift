import Testing

@testable import PayEngine

/// Neither what people type nor what a gateway answers brings a payment code or the key into the journal.
@Suite struct DeskSecretsTests {
    private static let code = SampleTill.wechatCode.text

    private static func signed(_ content: String) -> SampleDesk.Reply {
        .result(.answered(status: 200, body: SampleEnvelope.body(Array(content.utf8)), localAddress: nil))
    }

    // MARK: - Typed texts

    private func rejection(reference: String) async throws -> OrderRejection? {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        var request = SampleDesk.request()
        request.reference = reference
        let told = await sample.freeze(request)
        guard case .rejected(let rejection) = told.last else { return nil }
        #expect(sample.transport.requests.isEmpty, "nothing was sent")
        #expect(try sample.events.isEmpty, "no order was made")
        return rejection
    }

    @Test(arguments: [
        "13800138000135696083988081242", "135696083988081242135696083988081242", "135696-083988-081242",
        "１３５６９６０８３９８８０８１２４２", "1 3 5 6 9 6 0 8 3 9 8 8 0 8 1 2 4 2", "1356.9608.3988.0812.42",
        "28123456789012342812345678901234",
    ])
    func aTypedTextWithACodeIsRefused(reference: String) async throws {
        #expect(try await rejection(reference: reference) == .holdsPaymentCode(field: "reference"))
    }

    @Test(arguments: [
        "sz010002cz1795850439429147299486", "sz01 0002 cz17 9585 0439 4291 4729 9486",
        "01000052179585043942914729948612", "13800138000", "13800138000 13900139000", "2026-11-28 1208",
    ])
    func numbersOfOrdersAndPhonesAreTaken(reference: String) async throws {
        #expect(try await rejection(reference: reference) == nil)
    }

    // MARK: - Answers

    private static func frozen(_ call: SampleDesk.Call, _ more: String, _ order: String, _ state: String) -> String {
        """
        {"status":0,"log_id":7\(more),"\(call.interface.rawValue)":{"freeze_order_content":{\
        "out_freeze_no":"\(call.number)","freeze_fee":1250\(order),\
        "wxpay_freeze_order_content_ext":{"current_trade_state":2\(state)}}}}
        """
    }

    /// Whatever of an answer's texts holds a secret: the outcome counts, and the secret is nowhere.
    @Test(arguments: [
        code, "1234567" + code, "ref20261128" + code, "abcdefghijklmn" + code, code + code,
        "\(code.prefix(9))-\(code.dropFirst(9))", "\(code.prefix(9))\\u0301\(code.dropFirst(9))",
        SampleTill.keyText, "k " + SampleTill.keyText + "!",
        "\(SampleTill.keyText.prefix(16))\\u200b\(SampleTill.keyText.dropFirst(16))",
    ])
    func anAnswerBringsNoSecretIn(text: String) async throws {
        let sample = try SampleDesk { call in
            Self.signed(
                Self.frozen(
                    call, ",\"description\":\"\(text)\"",
                    ",\"freeze_id\":\"\(text)\",\"body\":\"\(text)\",\"remark\":\"\(text)\"",
                    ",\"bank_type\":\"\(text)\",\"trade_state_desc\":\"\(text)\""))
        }
        guard case .settled(let deposit) = await sample.freeze().last else {
            Issue.record("it was not frozen")
            return
        }
        #expect(deposit.outcome == .done)
        let found = await sample.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        // After a restart the code itself is not known any more.
        let next = try SampleDesk(directory: try sample.crashed()) { call in
            Self.signed(Self.frozen(call, ",\"description\":\"\(text)\"", ",\"freeze_id\":\"\(text)\"", ""))
        }
        let later = await next.desk.lookUp(deposit.number, releaseNumber: nil, platform: nil)
        // Without what is set aside: walking a megabyte of zeros as characters takes seconds.
        let journal = String(decoding: try sample.everything.filter { $0 != 0 }, as: UTF8.self)
        var told = journal
        dump(deposit, to: &told)
        dump(found, to: &told)
        dump(later, to: &told)
        let digits = told.filter { $0 != "-" && $0 != "\u{301}" }
        #expect(!digits.contains(Self.code), "\(text)")
        #expect(!told.contains(SampleTill.keyText), "\(text)")
    }

    /// The platform's own numbers may be as long as a code.
    @Test func aNumberOfThePlatformStaysWhole() async throws {
        let name = "420000038420190823"
        let sample = try SampleDesk { call in Self.signed(Self.frozen(call, "", ",\"freeze_id\":\"\(name)\"", "")) }
        guard case .settled(let deposit) = await sample.freeze().last else {
            Issue.record("it was not frozen")
            return
        }
        #expect(deposit.platformNumber == name)
    }

    /// No status has so many digits: it may be the code.
    @Test(arguments: [
        ("\"status\":0", "\"status\":\(code)"), ("\"status\":0", "\"status\":104,\"internal_status\":\(code)"),
        ("\"current_trade_state\":2", "\"current_trade_state\":\(code)"), ("\"status\":0", "\"status\":1000000000"),
        ("\"freeze_fee\":1250", "\"freeze_fee\":\(code)"),
    ])
    func aNumberAsLongAsACodeIsNotBelieved(part: String, other: String) async throws {
        let sample = try SampleDesk { call in
            Self.signed(Self.frozen(call, "", "", "").replacing(part, with: other))
        }
        guard case .leftOpen(let deposit) = await sample.freeze(SampleDesk.request(wait: .zero)).last else {
            Issue.record("it was decided")
            return
        }
        #expect(deposit.outcome == .unknown)
        #expect(!String(decoding: try sample.everything, as: UTF8.self).contains(Self.code))
    }
}
