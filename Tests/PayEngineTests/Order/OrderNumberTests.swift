import Testing

@testable import PayEngine

@Suite struct OrderNumberTests {
    @Test(arguments: ["1", "sz010002cz1564384955", "A-b_9", String(repeating: "z", count: 32)])
    func numbersOfAllTillsAreTaken(text: String) {
        #expect(OrderNumber(text)?.text == text)
    }

    @Test(arguments: [
        "", " ", "a b", "押金", "a\n", "a\u{0}", "a/b", "a.b", "é", "１", "a\u{202E}", String(repeating: "z", count: 33),
        "a\"b",
    ])
    func whatIsNoNumberIsRefused(text: String) {
        #expect(OrderNumber(text) == nil)
    }
}
