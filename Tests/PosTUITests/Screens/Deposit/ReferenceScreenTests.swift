import PayEngine
import Testing

@testable import PosTUI

struct ReferenceScreenTests {
    private func atReference() -> TestTill {
        var till = TestTill(asksReference: true)
        till.type("12.5")
        till.press(.enter)
        return till
    }

    private func problem(_ till: TestTill) -> Phrase? {
        guard case .reference(let screen) = till.state.screen else { return nil }
        return screen.problem
    }

    @Test(
        arguments: [("302 张先生", "302 张先生"), ("", nil), ("  ", nil), ("13800138000", "13800138000")])
    func itGoesWithTheDeposit(text: String, expected: String?) throws {
        var till = atReference()
        till.type(text)
        till.press(.enter)
        till.scan(Sample.weChatCode)
        #expect(try #require(till.lastFreeze).request.reference == expected?.trimmedStart)
    }

    @Test(
        arguments: [[Sample.weChatCode], ["302", Sample.weChatCode], ["3楼", Sample.alipayCode]])
    func aPaymentCodeIsNeverKept(texts: [String]) {
        for quick in [true, false] {
            var till = atReference()
            for text in texts {
                till.pass(milliseconds: 500)
                if quick { till.scan(text, end: []) } else { till.type(text) }
            }
            till.hear(.key(.enter))
            #expect(problem(till) == .codeIsNoReference)
            #expect(!till.text.contains("7890123"))
            #expect(till.state.screen.context == .reference)
        }
    }

    /// What the journal would not take is not sent off to it.
    @Test(arguments: [("长", 42, 43), ("a", 64, 65), ("é", 64, 65)])
    func tooLong(letter: Character, fits: Int, tooMany: Int) throws {
        var till = atReference()
        till.type(String(repeating: letter, count: tooMany))
        till.press(.enter)
        #expect(problem(till) == .referenceTooLong(limit: 64, wide: 42))
        for _ in fits..<tooMany { till.press(.backspace) }
        till.press(.enter)
        till.scan(Sample.weChatCode)
        let reference = try #require(till.lastFreeze?.request.reference)
        #expect(reference.count == fits && reference.utf8.count <= 128)
    }
}

extension String {
    fileprivate var trimmedStart: String { String(drop { $0 == " " }) }
}
