import PayEngine
import Testing

@testable import PosTUI

struct QRCodeTests {
    /// Lower case: one byte is one byte.
    private func text(_ bytes: Int) -> String { String(repeating: "a", count: bytes) }

    private func layout(_ bytes: Int, _ size: Size, _ glyphs: [QRGlyphs] = [.halfBlocks, .sextants]) -> QRCode.Layout? {
        QRCode(text: text(bytes), glyphs: glyphs).layout(in: size)
    }

    @Test func sizesAndPackingAreTheStandards() throws {
        // Versions 1, 2, 9 and 40: most bytes of level L and M.
        for (bytes, side) in [(17, 21), (18, 25), (192, 49), (200, 53), (230, 53), (2953, 177)] {
            #expect(QRMatrix(text(bytes), correction: .low)?.side == side)
        }
        for (bytes, side) in [(14, 21), (15, 25), (180, 53), (2331, 177)] {
            #expect(QRMatrix(text(bytes), correction: .medium)?.side == side)
        }
        #expect(QRMatrix(String(repeating: "7", count: 41), correction: .low)?.side == 21)
        #expect(QRMatrix(String(repeating: "A", count: 25), correction: .low)?.side == 21)
        #expect(QRMatrix(text(2954), correction: .low) == nil)
        #expect(QRMatrix("", correction: .low) == nil)
        #expect(QRMatrix("a\u{0}b", correction: .low) == nil)
        let code = try #require(QRMatrix(text(17), correction: .low))
        for (left, top) in [(0, 0), (14, 0), (0, 14)] {
            let isEdgeDark = (0..<7).allSatisfy { code.isDark(x: left + $0, y: top) }
            #expect(isEdgeDark, "of a finder")
            #expect(!code.isDark(x: left + 1, y: top + 1))
            #expect(code.isDark(x: left + 3, y: top + 3))
        }
        #expect(!code.isDark(x: -1, y: 0) && !code.isDark(x: 21, y: 0) && !code.isDark(x: 0, y: 21))
    }

    @Test func halfBlocksAreTakenWhereTheyFit() {
        let screen = Size(width: 76, height: 19)
        let short = layout(14, screen)
        #expect(short?.glyphs == .halfBlocks)
        #expect(short?.matrix == QRMatrix(text(14), correction: .medium))
        #expect(short?.quiet == 4)
        #expect(short?.size == Size(width: 29, height: 15))
        // A code of an Alipay order.
        #expect(layout(50, screen)?.glyphs == .halfBlocks)
        #expect(layout(78, screen)?.glyphs == .halfBlocks)
        #expect(layout(78, screen)?.quiet == 2)
        #expect(layout(79, screen)?.glyphs == .sextants)
        #expect(layout(200, screen)?.glyphs == .sextants)
        #expect(layout(200, screen)?.size == Size(width: 31, height: 19))
        #expect(layout(200, Size(width: 76, height: 40))?.glyphs == .halfBlocks)
        #expect(layout(200, Size(width: 30, height: 19)) == nil)
        #expect(layout(200, screen, [.halfBlocks, .blanks]) == nil)
        #expect(layout(14, Size(width: 58, height: 25), [.blanks])?.size == Size(width: 58, height: 25))
    }

    @Test func inTheMiddleAndNothingRoundItIsTouched() {
        var frame = Frame(size: Size(width: 80, height: 24))
        for y in 0..<24 { frame.put(String(repeating: "x", count: 80), x: 0, y: y, role: .muted) }
        #expect(
            QRCode(text: text(14), glyphs: [.halfBlocks]).draw(
                in: Rect(x: 10, y: 3, width: 40, height: 20), language: .english, on: &frame))
        let code = Rect(x: 15, y: 5, width: 29, height: 15)
        for y in 0..<24 {
            for x in 0..<80 {
                let isInside = (code.x..<code.right).contains(x) && (code.y..<code.bottom).contains(y)
                #expect([.qrLight, .qrDark].contains(frame[x, y].role) == isInside)
                #expect(isInside || frame[x, y] == Cell(content: .narrow("x"), role: .muted))
            }
        }
        // Four modules of margin, then a finder: its corner, dark; the line below it, edges dark and a gap.
        #expect((5..<7).allSatisfy { frame[20, $0].role == .qrLight })
        #expect(frame[18, 7].role == .qrLight && frame[19, 7].role == .qrDark)
        #expect(frame[20, 7] == Cell(content: .narrow("▀"), role: .qrLight))
    }

    @Test func eachPatternOfSixModulesHasACharacterOfOneColumnOfItsOwn() {
        var seen: Set<String> = []
        for pattern in 0..<64 {
            let cell = QRGlyphs.sextants.cell(column: 0, line: 0) { x, y in pattern & 1 << (y * 2 + x) != 0 }
            #expect(CellWidth.of(cell.character) == 1)
            seen.insert("\(cell)")
        }
        #expect(seen.count == 64)
    }

    @Test func whatTheTerminalCantDrawIsNotTried() {
        #expect(QRGlyphs.available(isUTF8: true, terminal: "xterm-256color") == [.halfBlocks, .sextants])
        #expect(QRGlyphs.available(isUTF8: true, terminal: "linux") == [.halfBlocks, .blanks])
        #expect(QRGlyphs.available(isUTF8: true, terminal: "vt220") == [.blanks])
        #expect(QRGlyphs.available(isUTF8: false, terminal: "xterm") == [.blanks])
    }

    @Test func aWindowThatIsTooSmallIsToldHowLargeItMustBeAndThatSizeDoes() throws {
        for (bytes, glyphs) in [(200, QRGlyphs.halfBlocks), (200, .blanks), (2000, .sextants)] {
            let code = QRCode(text: text(bytes), glyphs: [glyphs])
            var window = Size(width: 80, height: 24)
            var frame = Frame(size: window)
            #expect(!code.draw(in: ScreenLayout.body(window), language: .english, on: &frame))
            let words = frame.lines.joined(separator: " ")
            let numbers = words.split { !$0.isNumber }.compactMap { Int($0) }
            try #require(numbers.count == 2, "\(words)")
            #expect(words.contains("make it \(numbers[0]) columns by \(numbers[1]) lines"))
            window = Size(width: numbers[0], height: numbers[1])
            frame = Frame(size: window)
            #expect(
                code.draw(
                    in: Rect(x: 2, y: 2, width: window.width - 4, height: window.height - 5), language: .english,
                    on: &frame))
        }
        var frame = Frame(size: Size(width: 80, height: 24))
        let rect = ScreenLayout.body(frame.size)
        #expect(!QRCode(text: text(3000), glyphs: QRGlyphs.allCases).draw(in: rect, language: .chinese, on: &frame))
        #expect(frame.lines.contains { $0.contains("不能做成二维码") })
        #expect(!QRCode(text: "x", glyphs: []).draw(in: rect, language: .english, on: &frame))
    }

    @Test func whatIsPrintedEndsWithAPlainTerminal() throws {
        let code = QRCode(text: text(200), glyphs: [.halfBlocks, .sextants])
        let low = try #require(code.terminalLines(in: Size(width: 80, height: 19)))
        #expect(low.count == 19)
        #expect(low.allSatisfy { $0.hasPrefix("\u{1B}[0;7;37;40m") && $0.hasSuffix("\u{1B}[0m") })
        #expect(code.terminalLines(in: Size(width: 80, height: 40))?.count == 33)
        #expect(code.terminalLines(in: Size(width: 10, height: 5))?.count == 19)
        #expect(QRCode(text: "", glyphs: [.halfBlocks]).terminalLines(in: Size(width: 80, height: 24)) == nil)
        #expect(QRCode(text: "", glyphs: []).plainLines == nil)
        #expect(QRCode(text: text(14), glyphs: []).plainLines?.count == 29)
    }

    @Test func noRoomAtAll() {
        var frame = Frame(size: Size(width: 3, height: 1))
        for rect in [Rect(x: 0, y: 0, width: 0, height: 0), Rect(x: 2, y: 2, width: -1, height: -4)] {
            #expect(!QRCode(text: "x", glyphs: [.blanks]).draw(in: rect, language: .english, on: &frame))
        }
    }
}
