import Testing

@testable import PayEngine

@Suite struct PinTests {
    @Test(arguments: ["1234", "0000", "123456789012"]) func fourToTwelveDigitsAreAPIN(text: String) {
        #expect(Pin(text)?.digits == SecretBytes(text.utf8))
    }

    @Test(arguments: ["", "123", "1234567890123", "12a4", "12 34", "-1234", "+1234", "１２３４", "1234\n", "12.34"])
    func otherTextIsNoPin(text: String) {
        #expect(Pin(text) == nil)
    }

    @Test func printsNothingOfItself() throws {
        let pin = try #require(Pin("483926"))
        var dumped = ""
        dump(pin, to: &dumped)
        let hash = try #require(PinHash(hashing: pin, with: Scrypt(cost: 14), salt: Array(repeating: 7, count: 16)))
        var dumpedHash = ""
        dump(hash, to: &dumpedHash)
        let member = StaffMember(id: "1", name: "Li", role: .clerk, pinHash: hash)
        let texts = ["\(pin)", String(reflecting: pin), dumped, "\(hash)", dumpedHash, "\(member)"]
        for text in texts {
            #expect(!text.contains("483926"))
            #expect(!text.contains(hash.text))
            #expect(!text.contains("57, 52"))
        }
    }
}
