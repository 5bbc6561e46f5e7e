import Testing

@testable import PosTUI

struct FrameTests {
    private func frame(_ width: Int = 8, _ height: Int = 2) -> Frame { Frame(size: Size(width: width, height: height)) }

    @Test func putsText() {
        var frame = frame()
        let found1 = frame.put("a押b", x: 1, y: 0)
        #expect(found1 == 5)
        #expect(frame.lines == [" a押b", ""])
        #expect(frame[2, 0].content == .wide("押"))
        #expect(frame[3, 0].content == .tail)
    }

    @Test func aWideCharacterThatDoesNotFitIsLeftOutWhole() {
        var frame = frame(4, 1)
        frame.put("abc押", x: 0, y: 0)
        #expect(frame.lines == ["abc"])
        frame.put("押押押", x: 0, y: 0, limit: 3)
        #expect(frame.lines == ["押c"])
        #expect(frame[2, 0].content == .narrow("c"))
    }

    @Test func writingOverOneHalfOfAWideCharacterBlanksTheOther() {
        var frame = frame(4, 1)
        frame.put("押金", x: 0, y: 0)
        frame.put("x", x: 1, y: 0)
        #expect(frame.lines == [" x金"])
        frame.put("y", x: 2, y: 0)
        #expect(frame.lines == [" xy"])
        frame.put("押", x: 1, y: 0)
        #expect(frame.lines == [" 押"])
        frame.put("金", x: 0, y: 0)
        #expect(frame.lines == ["金"])
    }

    @Test func outsideOfTheFrameNothingHappens() {
        var frame = frame(3, 2)
        frame.put("abc", x: 0, y: 2)
        frame.put("abc", x: 0, y: -1)
        frame.put("abc", x: 9, y: 0)
        frame.fill(Rect(x: -5, y: -5, width: 3, height: 3), role: .text, with: "x")
        frame.fill(Rect(x: 9, y: 9, width: 3, height: 3), role: .text, with: "x")
        frame.showCursor(x: 3, y: 0)
        #expect(frame.lines == ["", ""])
        #expect(frame.cursor == nil)
        frame.put("abc", x: -1, y: 0)
        #expect(frame.lines[0] == "bc")
        frame.fill(Rect(x: 1, y: 0, width: 9, height: 9), role: .text, with: "x")
        #expect(frame.lines == ["bxx", " xx"])
    }

    @Test func controlsAndZeroWidthCharactersNeverBecomeCells() {
        var frame = frame(8, 1)
        frame.put("a\u{1B}[2J\u{200B}\u{202E}b", x: 0, y: 0)
        #expect(frame.lines == ["a[2Jb"])
    }

    @Test func endsAtColumn() {
        var frame = frame(8, 1)
        frame.put("押金", endingAt: 7, y: 0)
        #expect(frame.lines == ["   押金"])
    }

    @Test func aBoxHasItsTitleInItsUpperLine() {
        var frame = frame(10, 3)
        frame.box(Rect(x: 0, y: 0, width: 10, height: 3), title: "押")
        #expect(frame.lines == ["┌─ 押 ───┐", "│        │", "└────────┘"])
        frame.box(Rect(x: 0, y: 0, width: 1, height: 1))
        frame.box(Rect(x: 8, y: 2, width: 10, height: 3))
        #expect(frame.lines.allSatisfy { CellWidth.of($0) <= 10 })
    }

    @Test func onlyWhatChangedIsDrawn() {
        var old = frame(6, 1)
        old.put("押金ab", x: 0, y: 0)
        var new = old
        #expect(FrameDifference.changes(from: old, to: new).isEmpty)
        new.put("x", x: 5, y: 0)
        #expect(FrameDifference.changes(from: old, to: new).map(\.x) == [5])
        new = old
        new.put("z", x: 3, y: 0)
        #expect(FrameDifference.changes(from: old, to: new).map(\.x) == [2, 3])
        new = old
        new.put("钱", x: 2, y: 0, role: .error)
        #expect(FrameDifference.changes(from: old, to: new).map(\.x) == [2])
        #expect(FrameDifference.changes(from: nil, to: old).map(\.x) == [0, 2, 4, 5])
        #expect(FrameDifference.changes(from: frame(5, 1), to: old).count == 4)
    }

    @Test func betweenTwoTicksNothingChangesATickChangesTheClock() {
        var till = TestTill()
        let before = till.frame
        till.hear(.health(till.state.health))
        till.hear(.key(.left))
        #expect(FrameDifference.changes(from: before, to: till.frame).isEmpty)
        till.pass(milliseconds: 1000)
        let changes = FrameDifference.changes(from: before, to: till.frame)
        #expect(changes.count == 1)
        #expect(changes.allSatisfy { $0.y == 22 })
    }
}
