import Testing

@testable import PayEngine

@Suite struct TOMLShapeTests {
    private func fault(_ text: String) -> TOMLShape.Fault? {
        do {
            try TOMLShape.check(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func whatTheParserMustNotBeGiven() {
        let parts = Array(repeating: "a", count: 200_000).joined(separator: ".")
        #expect(fault("x = 1\n\(parts) = 1") == .tooDeep(line: 2))
        #expect(fault("[\(parts)]") == .tooDeep(line: 1))
        #expect(fault("x = { \(parts) = 1 }") == .tooDeep(line: 1))
        #expect(fault("x = " + String(repeating: "[", count: 200_000)) == .tooDeep(line: 1))
        #expect(fault("x = " + String(repeating: "{a=", count: 200_000)) == .tooDeep(line: 1))
        #expect(fault("\n\nid = \"82\\u0000evil\"") == .holdsNUL(line: 3))
        #expect(fault("id = \"\"\"\n82\\U00000000evil\"\"\"") == .holdsNUL(line: 2))
        #expect(fault("id = [\"a\", \"\\u0000\"]") == .holdsNUL(line: 1))
        #expect(fault("\"a\\u0000b\" = 1") == .holdsNUL(line: 1))
    }

    @Test func whatItMay() {
        let dots = String(repeating: ".", count: 500)
        for text in [
            "a.b.c = 1.5", "# \(dots)[[[", "x = \"\(dots)[[[\"", "x = '\(dots)\\u0000'", "x = \"\"\"\n\(dots)\n\"\"\"",
            "x = \"\\\\u0000\"", "x = \"\\\"\"\n[t]\ny = [1, 2]", "x = [\"a.b\", \"c.d\"]",
            String(repeating: "[a]\nb = \"c.d\"\n", count: 100), "x = \"no end", "", "x = '''it's \\u0000'''",
        ] { #expect(fault(text) == nil, "\(text.prefix(40))") }
    }
}
