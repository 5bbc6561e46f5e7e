import PayEngine
import Testing

@testable import PosTUI

@Suite struct CSVTextTests {
    @Test(arguments: [
        ("", ""), ("a", "a"), ("12.50", "12.50"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\r=x", "\"'\r=x\""),
        ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("＝1", "'＝1"), ("a=1", "a=1"), ("=\u{301}1", "'=\u{301}1"),
    ])
    func aCellIsHarmlessAndQuotedWhereItMustBe(text: String, cell: String) {
        #expect(CSVText.cell(text) == cell)
    }

    @Test func aRowHasACellForEveryColumn() throws {
        var deposit = try Deposit(
            number: #require(OrderNumber("A1")), fee: Fen(1250), platform: .alipay, staffID: "1",
            maskedCode: "28****", body: "押金", remark: "=cmd|' /C calc'!A0", reference: "a\u{202E}b\u{1B}[2J, c",
            startTime: Timestamp(seconds: 1_795_239_487), base: "https://pay.example")
        let row = OrderSheet(zone: .fixed(seconds: 8 * 3600)).row(deposit)
        #expect(
            row.hasPrefix(
                "A1,unknown,12.50,CNY,alipay,2026-11-21T13:38:07+08:00,2026-11-21T13:38:07+08:00,1,in_progress,"))
        #expect(row.contains(",'=cmd|' /C calc'!A0,"))
        #expect(!row.unicodeScalars.contains("\u{1B}") && !row.unicodeScalars.contains("\u{202E}"))
        deposit = try Deposit(
            number: #require(OrderNumber("A1")), fee: Fen(1), platform: .wechat, maskedCode: "", body: "",
            startTime: Timestamp(seconds: 0), base: "")
        let cells = OrderSheet(zone: .fixed(seconds: -5 * 3600)).row(deposit).split(
            separator: ",", omittingEmptySubsequences: false)
        #expect(cells.count == OrderSheet.columns.count)
        #expect(cells[2] == "0.01" && cells[5] == "1969-12-31T19:00:00-05:00")
    }
}
