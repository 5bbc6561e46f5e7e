import Testing

@testable import PayEngine

@Suite struct ScryptTests {
    /// The vectors of RFC 7914, section 12, but the one that takes a GiB.
    @Test(arguments: [
        (
            "", "", Scrypt(cost: 4, blockSize: 1, parallelism: 1),
            "77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"
                + "fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906"
        ),
        (
            "password", "NaCl", Scrypt(cost: 10, blockSize: 8, parallelism: 16),
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"
        ),
        (
            "pleaseletmein", "SodiumChloride", Scrypt(cost: 14, blockSize: 8, parallelism: 1),
            "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
                + "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887"
        ),
    ])
    func publishedVectors(secret: String, salt: String, scrypt: Scrypt, hash: String) throws {
        let derived = try scrypt.derive(64, from: SecretBytes(secret.utf8), salt: Array(salt.utf8))
        #expect(KeyedDigest.hex(derived, digits: "0123456789abcdef") == hash)
    }

    @Test func impossibleParametersAreAFailure() {
        #expect(throws: Scrypt.Failure()) { try Scrypt(cost: 0).derive(32, from: SecretBytes([1]), salt: [2]) }
    }
}
