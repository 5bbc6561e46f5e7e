import Testing

@testable import PayEngine

struct TLSCiphersTests {
    @Test(arguments: [
        "AES128-SHA", "ECDHE-RSA-AES128-GCM-SHA256:AES256-GCM-SHA384", "DHE-RSA-AES256-GCM-SHA384",
        TLSCiphers.standard.text,
    ])
    func namesOfGoodCiphersAreTaken(text: String) throws {
        #expect(try TLSCiphers(text).text == text)
    }

    @Test(arguments: ["NULL-SHA256", "ADH-AES128-SHA", "AECDH-AES256-SHA", "ECDHE-RSA-NULL-SHA"])
    func aWeakCipherIsRefusedByName(name: String) {
        #expect(throws: TLSCiphers.Fault.weak(name)) { try TLSCiphers("AES128-SHA:\(name)") }
    }

    /// Whatever could bring in more than one cipher, or lower what is asked of it.
    @Test(arguments: [
        "", "ALL", "HIGH", "DEFAULT", "COMPLEMENTOFALL", "@SECLEVEL=0", "!aNULL", "-AES128-SHA", "kRSA", "aNULL",
        "eNULL",
        "AES128-SHA256 ", "aes128-sha", "EXP-RC4-MD5", "DES-CBC3-SHA\0", "TLS_AES_128_GCM_SHA256", "AES128", "押金",
    ])
    func whatIsNoNameOfACipherIsRefused(text: String) {
        #expect(throws: TLSCiphers.Fault.unknown(text)) { try TLSCiphers(text) }
        #expect(throws: TLSCiphers.Fault.unknown(text)) { try TLSCiphers("AES128-SHA:\(text)") }
    }
}
