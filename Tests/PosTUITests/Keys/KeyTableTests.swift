import PayEngine
import Testing

@testable import PosTUI

struct KeyTableTests {
    @Test(arguments: SampleKeys.all)
    func noKeyMeansTwoThingsInOnePlace(table: SampleKeys) {
        let keys = table.lines.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        #expect(!keys.isEmpty)
    }

    @Test(arguments: SampleKeys.all.filter(\.takesText))
    func whereTextIsTypedNoCharacterIsACommand(table: SampleKeys) {
        for key in table.lines.flatMap(\.keys) {
            if case .character = key { Issue.record("\(key) cannot be typed") }
        }
    }

    @Test func theScreensInWhichTextIsTypedAreAllThere() {
        #expect(SampleKeys.all.count(where: \.takesText) == 9)
        #expect(SampleKeys.all.count == 26)
    }

    @Test(arguments: SampleKeys.all)
    func whatLeavesIsAskedForOnlyByAKeyThatNoScannerSends(table: SampleKeys) {
        let leaving = table.lines.filter { $0.till == .quit }.flatMap(\.keys)
        let confirming = table.lines.filter { $0.label == "F9" }.flatMap(\.keys)
        for key in leaving + confirming + QuitDialog.keys.bindings.filter({ $0.label == "F10" }).flatMap(\.keys) {
            switch key {
            case .function, .control: break
            case .character, .alt, .enter, .lineFeed, .tab, .escape, .backspace, .up, .down, .left, .right, .home,
                .end, .pageUp, .pageDown:
                Issue.record("\(key) is not safe")
            }
        }
        #expect(leaving == [.function(10), .control("x")])
    }

    @Test(arguments: SampleKeys.all)
    func helpIsEverywhereButInTheQuestionWhetherToLeave(table: SampleKeys) {
        #expect(table.lines.contains { $0.keys.contains(.function(1)) })
        #expect(!QuitDialog.keys.bindings.flatMap(\.keys).contains(.function(1)))
    }

    @Test(arguments: SampleKeys.all)
    func f2TakesADepositWhereverSomebodyHasSignedIn(table: SampleKeys) {
        guard table.name.english != "Sign in" else { return }
        #expect(table.lines.contains { $0.keys == [.function(2)] && $0.till == .newDeposit })
    }

    @Test func theHelpScreenPrintsEveryKeyThoseOfTheScreenBelowFirst() {
        var till = TestTill(.english, size: Size(width: 110, height: 400))
        till.press(.function(3), .function(1))
        let lines = till.frame.lines
        #expect(lines[2].contains("Entering a number (here)"))
        for table in SampleKeys.all {
            #expect(till.text.contains(table.name.english))
            for line in table.lines { #expect(till.text.contains(line.help.english), "\(line.label) in \(table)") }
        }
        #expect(!till.text.contains("Quick amount 4"), "there are three")
        for binding in QuitDialog.keys.bindings { #expect(till.text.contains(binding.help.english)) }
        till.press(.character("q"))
        #expect(till.state.screen.context == .lookUpEntry)
    }

    @Test(arguments: TillConfiguration.Language.allCases)
    func allHintsOfHomeAreOnTheBarAt80Columns(language: TillConfiguration.Language) throws {
        let till = TestTill(language)
        let bar = try #require(till.frame.lines.last)
        for (label, hint) in till.state.screen.face.hints {
            #expect(bar.contains("\(label) \(hint.text(in: language))"), "\(label) in \(bar)")
        }
        #expect(bar.contains("F10 ") && bar.contains("F12 "))
    }

    @Test(arguments: SampleKeys.all)
    func theFourHintsThatMatterMostFitOn80ColumnsInBothLanguages(table: SampleKeys) {
        let hints = table.lines.filter { $0.hint != nil }
        for language in TillConfiguration.Language.allCases {
            // Those behind them may be cut off: help has them all.
            let words = hints.map { $0.label + " " + ($0.hint?.text(in: language) ?? "") }
            let widths = words.prefix(4).map { CellWidth.of($0) + 2 }
            #expect(!hints.isEmpty && widths.reduce(2, +) <= 80, "\(table)")
        }
    }
}
