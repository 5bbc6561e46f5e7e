import Testing

@testable import PosTUI

struct TextFieldTests {
    @Test func charactersAreTypedAndDeleted() {
        var field = TextField(masking: .words)
        for character in "押金" { field.type(character) }
        field.deleteLast()
        #expect(field.text == "押")
        field.clear()
        field.deleteLast()
        #expect(field.text.isEmpty)
        for _ in 0..<500 { field.type("x") }
        #expect(field.text.count == TextField.maximumLength)
        field.set(String(repeating: "y", count: 500))
        #expect(field.text.count == TextField.maximumLength)
    }

    @Test(
        arguments: [TextField.Masking.amount, .code, .number, .words])
    func whatLooksLikeAPaymentCodeIsShownAsDots(masking: TextField.Masking) {
        let field = TextField(masking: masking, text: Sample.weChatCode)
        #expect(field.shown(whileScanning: false) == String(repeating: "*", count: 18))
        #expect(!"\(field)".contains("13"))
        var dumped = ""
        dump(field, to: &dumped)
        #expect(!dumped.contains("13"))
    }

    @Test func whatMayNotBeSeenIsMasked() {
        #expect(TextField(masking: .amount, text: "21474836.47").shown(whileScanning: false) == "21474836.47")
        #expect(TextField(masking: .amount, text: "12").shown(whileScanning: true) == "**")
        #expect(TextField(masking: .number, text: Sample.number).shown(whileScanning: false) == Sample.number)
        #expect(TextField(masking: .code, text: "13").shown(whileScanning: false) == "**")
        #expect(TextField(masking: .words, text: "a\u{202E}b").shown(whileScanning: false) == "ab")
    }
}
