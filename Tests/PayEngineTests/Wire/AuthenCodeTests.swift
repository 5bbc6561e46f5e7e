import FoundationEssentials
import Testing

@testable import PayEngine

@Suite struct AuthenCodeTests {
    private struct Vector: Decodable {
        let id: String
        let key: String
        let message: String
        let code: String

        enum CodingKeys: String, CodingKey {
            case id
            case key = "key_ascii"
            case message = "msg"
            case code = "hmac_sha256_upper_hex"
        }
    }

    @Test func knownAnswersOfTheGatewaysMaker() throws {
        let vectors = try JSONDecoder().decode([Vector].self, from: Data(try Vectors.bytes("vectors.json")))
        #expect(vectors.count == 2)
        for vector in vectors {
            let key = try #require(AuthenKey(vector.key))
            let content = Array(vector.message.utf8)
            #expect(AuthenCode(content: content, key: key).hex == vector.code, "\(vector.id)")
            #expect(AuthenCode.isValid(vector.code, content: content, key: key))
            #expect(!AuthenCode.isValid(vector.code.lowercased(), content: content, key: key))
            #expect(!AuthenCode.isValid(vector.code, content: content + [10], key: key))
            #expect(!AuthenCode.isValid("", content: content, key: key))
        }
    }

    @Test func theTrailingNewlineCounts() {
        let content = Array("{}".utf8)
        #expect(
            AuthenCode(content: content, key: SampleTill.key)
                != AuthenCode(content: content + [10], key: SampleTill.key))
    }

    /// RFC 4231, test cases 1 to 4, 6 and 7.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131),
            "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be "
                + "hashed before being used by the HMAC algorithm.",
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ])
    func knownAnswersOfTheStandard(key: [UInt8], message: String, code: String) {
        #expect(hex(KeyedDigest.sha256(Array(message.utf8), key: key)) == code)
    }

    @Test func knownAnswersOfTheStandardInBytes() {
        #expect(
            hex(KeyedDigest.sha256([UInt8](repeating: 0xdd, count: 50), key: [UInt8](repeating: 0xaa, count: 20)))
                == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
        #expect(
            hex(KeyedDigest.sha256([UInt8](repeating: 0xcd, count: 50), key: (1...25).map { UInt8($0) }))
                == "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")
        // Nothing under no key.
        #expect(
            hex(KeyedDigest.sha256([], key: [])) == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    @Test func comparesBytes() {
        #expect(KeyedDigest.areEqual([], []))
        #expect(KeyedDigest.areEqual([1, 2], [1, 2]))
        #expect(!KeyedDigest.areEqual([1, 2], [1, 3]))
        #expect(!KeyedDigest.areEqual([1, 2], [1]))
        #expect(!KeyedDigest.areEqual([], [0]))
    }

    private func hex(_ bytes: [UInt8]) -> String {
        KeyedDigest.hex(bytes, digits: "0123456789abcdef")
    }
}
