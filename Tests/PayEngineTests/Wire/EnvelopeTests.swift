import Testing

@testable import PayEngine

@Suite struct EnvelopeTests {
    private static let key = SampleTill.key

    @Test func sealsTheExactBytes() throws {
        let content = Array("{\"body\":\"押金/\\\"\\\\\",\"n\":1}\n".utf8)
        let envelope = try JSONValue(Envelope.seal(SecretBytes(content), key: Self.key))
        #expect(envelope["request_content"] == .text(String(decoding: content, as: UTF8.self)))
        let code = AuthenCode(content: content, key: Self.key).hex
        #expect(
            envelope["authen_info"] == .object(["a": .object(["authen_type": .number(1), "authen_code": .text(code)])]))
        #expect(envelope.names == ["request_content", "authen_info", "a", "authen_type", "authen_code"])
    }

    @Test(arguments: ["{}", "{}\n", "{\"a\":1}\r\n\n", " {}", "", "{\"text\":\"押金 😀\"}", "a\tb\"c\\d/e"])
    func opensWhatWasSigned(content: String) throws {
        let bytes = Array(content.utf8)
        let opened = try Envelope.open(SampleEnvelope.body(bytes), key: Self.key)
        #expect(opened == Envelope.Opened(content: bytes, isSigned: true))
    }

    @Test func escapesOfTheTransportDoNotCount() throws {
        let code = AuthenCode(content: Array("{\"a\":\"/操\"}\n".utf8), key: Self.key).hex
        for text in [
            #"{\"a\":\"\/\u64CD\"}\n"#, #"{\"a\":\"/操\"}\u000a"#, #"\u007b\u0022a\u0022:\u0022/\u64cd\u0022}\n"#,
        ] {
            let opened = try Envelope.open(SampleEnvelope.body(text, code: "\"\(code)\""), key: Self.key)
            #expect(String(decoding: opened.content, as: UTF8.self) == "{\"a\":\"/操\"}\n")
        }
    }

    @Test func everyTamperedByteIsFound() {
        let body = SampleEnvelope.body(Array("{\"status\":0,\"x\":\"押\"}\n".utf8))
        for index in body.indices {
            for bit in [UInt8(1), 2, 32] {
                var tampered = body
                tampered[index] ^= bit
                // Names may lose their meaning: then it counts as unsigned, never as signed.
                let opened = try? Envelope.open(tampered, key: Self.key)
                #expect(opened?.isSigned != true || opened == (try? Envelope.open(body, key: Self.key)), "\(index)")
                #expect(opened?.isSigned != true || tampered != body)
            }
        }
    }

    @Test func everyTamperedContentIsAWrongSignature() throws {
        let content = Array("{\"status\":0}\n".utf8)
        let code = "\"\(AuthenCode(content: content, key: Self.key).hex)\""
        for index in content.indices {
            var tampered = content
            tampered[index] ^= 1
            let text = SampleEnvelope.escaped(String(decoding: tampered, as: UTF8.self))
            #expect(throws: InvalidAnswer.wrongSignature) {
                try Envelope.open(SampleEnvelope.body(text, code: code), key: Self.key)
            }
        }
        for other in ["{\\\"status\\\":0}", "{\\\"status\\\":0}\\n\\n", "{\\\"status\\\":0}\\r\\n", ""] {
            #expect(throws: InvalidAnswer.wrongSignature) {
                try Envelope.open(SampleEnvelope.body(other, code: code), key: Self.key)
            }
        }
    }

    @Test(arguments: [
        "{\"response_content\":\"{}\"}", "{\"response_content\":\"{}\",\"authen_info\":null}",
        "{\"response_content\":\"{}\",\"Authen_Info\":{}}",
    ])
    func withoutACodeItIsUnsigned(body: String) throws {
        #expect(
            try Envelope.open(Array(body.utf8), key: Self.key)
                == Envelope.Opened(content: Array("{}".utf8), isSigned: false))
    }

    @Test func aCodeThatCanNotBeReadIsWrong() {
        let code = AuthenCode(content: Array("{}".utf8), key: Self.key).hex
        let infos = [
            "{}", "[]", "1", "\"\"", "\"\(code)\"", "true", "{\"a\":null}", "{\"a\":{}}", "{\"a\":[]}",
            "{\"a\":\"\(code)\"}",
            "{\"b\":{\"authen_type\":1,\"authen_code\":\"\(code)\"}}",
            "{\"a\":{\"authen_code\":\"\(code)\"}}", "{\"a\":{\"authen_type\":1}}",
            "{\"a\":{\"authen_type\":1,\"authen_code\":null}}", "{\"a\":{\"authen_type\":1,\"authen_code\":1}}",
            "{\"a\":{\"authen_type\":\"1\",\"authen_code\":\"\(code)\"}}",
            "{\"a\":{\"authen_type\":0,\"authen_code\":\"\(code)\"}}",
            "{\"a\":{\"authen_type\":2,\"authen_code\":\"\(code)\"}}",
            "{\"a\":{\"authen_type\":1,\"authen_code\":\"\"}}",
            "{\"a\":{\"authen_type\":1,\"authen_code\":\"\(code.lowercased())\"}}",
            "{\"a\":{\"authen_type\":1,\"authen_code\":\"\(code)0\"}}",
            "{\"a\":{\"authen_type\":1,\"authen_code\":\"\(code.dropLast())\"}}",
            "{\"a\":{\"authen_type\":1,\"authen_code\":\" \(code)\"}}",
        ]
        for info in infos {
            let body = Array("{\"response_content\":\"{}\",\"authen_info\":\(info)}".utf8)
            #expect(throws: InvalidAnswer.wrongSignature, "\(info)") { try Envelope.open(body, key: Self.key) }
        }
    }

    @Test func theKeysCaseMatters() throws {
        let content = Array("{}".utf8)
        let lower = try #require(AuthenKey(SampleTill.keyText.lowercased()))
        #expect(throws: InvalidAnswer.wrongSignature) {
            try Envelope.open(SampleEnvelope.body(content, key: lower), key: Self.key)
        }
    }

    @Test(arguments: [
        "", " ", "null", "1", "\"\"", "[]", "{}", "<html>502 Bad Gateway</html>", "{\"response_content\":null}",
        "{\"response_content\":{}}", "{\"response_content\":1}", "{\"response_content\":\"{}\"",
        "{\"Response_content\":\"{}\"}", "{\"request_content\":\"{}\"}", "{\"response_content\":\"\\x\"}",
        "{\"response_content\":\"{}\"}{}", "\u{0}",
    ])
    func whatIsNoEnvelopeIsNotJSON(body: String) {
        #expect(throws: InvalidAnswer.notJSON) { try Envelope.open(Array(body.utf8), key: Self.key) }
    }

    @Test func badUTF8IsRefusedWhereverItStands() {
        let body = SampleEnvelope.body(Array("{\"a\":1}".utf8))
        for bad: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xE6, 0x93], [0xF5, 0x80, 0x80, 0x80]] {
            let inContent = Array("{\"response_content\":\"".utf8) + bad + Array("\"}".utf8)
            let inKey = Array("{\"response_content\":\"{}\",\"".utf8) + bad + Array("\":1}".utf8)
            for bytes in [inContent, inKey, body + bad, bad + body] {
                #expect(throws: InvalidAnswer.notUTF8) { try Envelope.open(bytes, key: Self.key) }
            }
        }
    }

    @Test func sizeAndDepthDoNotMatter() throws {
        let content = Array(("{\"a\":\"" + String(repeating: "押", count: 300_000) + "\"}").utf8)
        #expect(try Envelope.open(SampleEnvelope.body(content), key: Self.key).content == content)
        let deep = Array("{\"response_content\":\"{}\",\"x\":\(String(repeating: "[", count: 100_000))".utf8)
        #expect(throws: InvalidAnswer.notJSON) { try Envelope.open(deep, key: Self.key) }
    }
}
