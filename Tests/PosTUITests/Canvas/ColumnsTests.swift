import Testing

@testable import PosTUI

struct ColumnsTests {
    @Test(
        arguments: [
            ("a", 1), ("押", 2), ("😀", 2), ("￥", 2), ("¥", 1), ("─", 1), ("é", 1), ("e\u{301}", 1), ("，", 2),
            ("\u{7}", 0),
            ("\u{200B}", 0), ("𠀀", 2),
        ])
    func widthsWhateverTheLocaleOfTheProcess(text: String, width: Int) {
        #expect(CellWidth.of(text) == width)
    }

    @Test func linesBreakAtSpacesAndBetweenWideCharacters() {
        #expect("one two three".wrapped(columns: 8) == ["one two", "three"])
        #expect("押金押金押金".wrapped(columns: 5) == ["押金", "押金", "押金"])
        #expect("押金，押金".wrapped(columns: 4) == ["押", "金，", "押金"])
        #expect("abcdefgh".wrapped(columns: 3) == ["abc", "def", "gh"])
        #expect("".wrapped(columns: 10) == [""])
        #expect("abc".wrapped(columns: 1).isEmpty)
        #expect("押金 12.50 元".wrapped(columns: 10) == ["押金 12.50", "元"])
    }

    @Test func noLineIsWiderThanAskedAndNoCharacterIsLost() {
        let text = "可能已发出，但没有收到完整的回答：timeout after 15 s（https://pay.qcloud.com/cpay/micro_freeze）。"
        for columns in 4...60 {
            let lines = text.wrapped(columns: columns)
            #expect(lines.allSatisfy { CellWidth.of($0) <= columns }, "\(columns)")
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(columns)")
        }
    }

    @Test func cutsAndPads() {
        #expect("押金押金".cut(columns: 8) == "押金押金")
        #expect("押金押金".cut(columns: 7) == "押金..")
        #expect("abc".cut(columns: 1) == "")
        #expect("押".padded(columns: 5) == "押   ")
        #expect(CellWidth.of("押金押金".padded(columns: 7)) == 7)
    }

    @Test func longNumbersAreGrouped() {
        #expect(OrderFacts.grouped("sz010002cz179523", by: 4) == "sz01 0002 cz17 9523")
        #expect(OrderFacts.grouped("short-1", by: 4) == "short-1")
    }
}
