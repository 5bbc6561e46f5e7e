import Testing

@testable import PayEngine

@Suite struct PinHashTests {
    /// Made by Python's hashlib.scrypt: PIN 1234, salt 0 to 15.
    static let text = "scrypt:ln=14,r=8,p=1:AAECAwQFBgcICQoLDA0ODw:WN+87vPtGO4o1fwEttloKNIwtqGZqnsfkSCWNJhrpMg"

    @Test func anotherProgramsHashIsMatched() throws {
        let hash = try #require(PinHash(Self.text))
        #expect(hash.text == Self.text)
        #expect(try hash.matches(try #require(Pin("1234"))))
        for other in ["1235", "12340", "01234", "123412341234"] {
            #expect(try !hash.matches(try #require(Pin(other))))
        }
    }

    @Test func madeHashIsReadAndMatched() throws {
        let pin = try #require(Pin("90210"))
        let made = try #require(try PinHash(hashing: pin))
        #expect(made.text.hasPrefix("scrypt:ln=15,r=8,p=1:"))
        let read = try #require(PinHash(made.text))
        #expect(read == made)
        #expect(try read.matches(pin))
        let again = try #require(try PinHash(hashing: pin))
        #expect(again.salt != made.salt)
        #expect(again.hash != made.hash)
    }

    @Test(arguments: [
        "", "1234", "scrypt:", "scrypt", "Scrypt:ln=14,r=8,p=1", "ln=14", "r=8", "p=1",
    ])
    func fragmentsAreNoHash(text: String) {
        #expect(PinHash(text) == nil)
    }

    /// Each would make the till stand still, take all memory, be too easy to try, or is another spelling.
    @Test(arguments: [
        ("ln=14", "ln=13"), ("ln=14", "ln=18"), ("ln=14", "ln=30"), ("ln=14", "ln=63"), ("ln=14", "ln=-14"),
        ("ln=14", "ln=+14"), ("ln=14", "ln=014"), ("ln=14", "ln=99999999999999999999"), ("ln=14", "ln="),
        ("ln=14", "n=14"), ("ln=14", " ln=14"), ("r=8", "r=1"), ("r=8", "r=9"), ("r=8", "r=1073741824"),
        ("p=1", "p=0"), ("p=1", "p=5"), ("p=1", "p=1,q=1"), (",p=1", ""), ("r=8,p=1", "p=1,r=8"),
        ("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0O"), ("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0ODw=="),
        ("AAECAwQFBgcICQoLDA0ODw", "AAECAwQFBgcICQoLDA0ODx"), ("AAECAwQFBgcICQoLDA0ODw", "AAEC-wQFBgcICQoLDA0ODw"),
        ("AAECAwQFBgcICQoLDA0ODw", ""), ("kSCWNJhrpMg", "kSCWNJhrpA"), ("kSCWNJhrpMg", "kSCWNJhrpMgA"),
        ("kSCWNJhrpMg", "kSCWNJhrpMg:"), ("kSCWNJhrpMg", "kSCWNJhrpMg\n"), ("scrypt:", "scrypt::"),
        ("scrypt:", "argon2:"), ("scrypt:", " scrypt:"),
    ])
    func otherSpellingsAreNoHash(part: String, instead: String) throws {
        let range = try #require(Self.text.firstRange(of: part))
        #expect(PinHash(Self.text.replacingCharacters(in: range, with: instead)) == nil)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
