import Testing

@testable import PayEngine

@Suite struct TOMLLinesTests {
    private let lines = TOMLLines(
        """
        top = 1
        [till] # comment
          device_id = "[x]"
        "ip" = "y = 2"
        list = [
          "a = b",
        ]
        [[staff]]
        id = "1"
        [[staff]]
        id = "2"
        """)

    @Test(arguments: [
        ("top", 1), ("till", 2), ("till.device_id", 3), ("till.ip", 4), ("till.list", 5), ("till.list[2]", 5),
        ("staff[1].id", 9), ("staff[2].id", 11), ("staff[2].role", 10), ("till.absent", 2),
    ])
    func keysHaveTheirLines(key: String, line: Int) {
        #expect(lines.line(of: key) == line)
    }

    @Test func whatIsNotThereHasNoLine() {
        #expect(lines.line(of: "merchant.out_mch_id") == nil)
    }

    @Test func textsOfSeveralLinesMakeNoWrongLines() {
        #expect(TOMLLines("a = \"\"\"\nb = 1\n\"\"\"\nb = 2\n").line(of: "b") == nil)
    }
}
