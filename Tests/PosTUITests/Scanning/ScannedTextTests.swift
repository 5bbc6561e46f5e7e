import PayEngine
import Testing

@testable import PosTUI

struct ScannedTextTests {
    @Test func aScanIsACodeANumberOrNeither() {
        #expect(ScannedText(Sample.weChatCode) == .paymentCode)
        #expect(ScannedText("9999999999999999") == .paymentCode)
        #expect(ScannedText(Sample.number) == .orderNumber(OrderNumber(Sample.number)!))
        #expect(ScannedText("sz01 0002 cz17 9523") == .orderNumber(OrderNumber("sz010002cz179523")!))
        #expect(ScannedText("4006381333931") == .other)
        #expect(ScannedText("https://example.org/some/thing") == .other)
        #expect(ScannedText("") == .other)
    }

    /// A code of 16 digits that was scanned twice in one go has an order number's length.
    @Test func aCodeScannedTwiceIsNoNumberAndIsNotShown() {
        let twice = "2812345678901234" + "2812345678901234"
        #expect(ScannedText(twice) == .paymentCode && ScannedText.mayBePaymentCode(twice))
        #expect(
            ScannedText("2812345678901234" + "2812345678901235") != .paymentCode,
            "other tills' numbers are digits, too")
        for keys in [[], [Key.function(2)], [.function(3)]] {
            var till = TestTill()
            for key in keys { till.press(key) }
            till.scan(twice)
            #expect(!till.text.contains("2812") && till.effects.isEmpty, "\(keys)")
        }
        var till = TestTill()
        till.type("200")
        till.press(.enter)
        till.scan(twice)
        #expect(till.freezes.isEmpty && till.armed == Fen(20000) && !till.text.contains("2812"))
    }

    @Test(arguments: [
        ("302 134567890123456789", true), ("房134567890123456789", true), ("13456789012345", false),
        ("１３４５６７８９０１２３４５６７８９", true), ("13800138000 13800138001", false), ("", false),
        ("13800138000135696083988081242", true), ("135696083988081242135696083988081242", true),
        ("135696-083988-081242", true), ("1 3 5 6 9 6 0 8 3 9 8 8 0 8 1 2 4 2", true),
        ("sz010002cz1795850439429147299486", false),
    ])
    func containsCode(text: String, expected: Bool) {
        #expect(ScannedText.containsPaymentCode(text) == expected)
    }

    @Test(arguments: [
        (Sample.weChatCode, true), (Sample.weChatCode + Sample.weChatCode, true), (Sample.number, false),
        ("01000052" + "123456789012345678901234", false), ("1 \(Sample.weChatCode)", true),
    ])
    func mayBeCode(text: String, expected: Bool) {
        #expect(ScannedText.mayBePaymentCode(text) == expected)
    }
}
