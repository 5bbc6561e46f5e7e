import Testing

@testable import PosTUI

struct ResizeTests {
    @Test func tooSmallATerminalKeepsEverythingAndTakesNothing() {
        var till = TestTill()
        till.type("12.5")
        till.hear(.resized(Size(width: 60, height: 12)))
        #expect(till.text.contains("终端太小"))
        till.type("9")
        till.press(.enter)
        till.hear(.resized(Size(width: 120, height: 40)))
        #expect(till.text.contains("│ 12.5 "))
        #expect(till.frame.size == Size(width: 120, height: 40))
    }

    @Test(arguments: [(0, 0), (1, 1), (2, 30), (80, 23), (79, 24), (300, 100), (-1, 5)])
    func everySizeCanBeDrawn(width: Int, height: Int) {
        var till = TestTill()
        till.hear(.resized(Size(width: width, height: height)))
        #expect(till.frame.cells.count == max(0, width) * max(0, height))
    }
}
