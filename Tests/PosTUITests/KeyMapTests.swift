import PayEngine
import Testing

@testable import PosTUI

struct KeyMapTests {
    @Test("No key means two things in one place", arguments: KeyContext.allCases)
    func unique(context: KeyContext) {
        let keys = KeyMap.bindings(in: context).flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        #expect(!keys.isEmpty)
    }

    @Test(
        "Where text is typed no character is a command",
        arguments: [
            KeyContext.amount, .reference, .scan, .lookUpEntry, .closingReason, .followUpAmount, .pin, .findForm,
            .signIn,
        ])
    func fields(context: KeyContext) {
        for key in KeyMap.bindings(in: context).flatMap(\.keys) {
            if case .character = key { Issue.record("\(key) cannot be typed") }
        }
    }

    @Test("What leaves or closes is confirmed only by a key that no scanner sends", arguments: KeyContext.allCases)
    func confirmation(context: KeyContext) {
        for binding in KeyMap.bindings(in: context) where binding.action == .confirm || binding.action == .quit {
            for key in binding.keys {
                switch key {
                case .function, .control: break
                case .character, .alt, .enter, .lineFeed, .tab, .escape, .backspace, .up, .down, .left, .right, .home,
                    .end, .pageUp, .pageDown:
                    Issue.record("\(key) is not safe")
                }
            }
        }
    }

    @Test("Help is everywhere but in the question whether to leave", arguments: KeyContext.allCases)
    func help(context: KeyContext) {
        let hasHelp = KeyMap.action(for: .function(1), in: context) != nil
        #expect(hasHelp == (context != .quitting))
    }

    @Test("The help screen prints every binding, that of the screen below first")
    func helpScreen() {
        var till = TestTill(.english, size: Size(width: 110, height: 400))
        till.press(.function(3), .function(1))
        let lines = till.frame.lines
        #expect(lines[2].contains("Entering a number (here)"))
        for context in KeyContext.allCases {
            for binding in KeyMap.bindings(in: context) {
                if case .quickAmount(3) = binding.action { continue }
                #expect(till.text.contains(binding.help.english), "\(binding.label) in \(context)")
            }
        }
        till.press(.character("q"))
        #expect(till.state.screen.context == .lookUpEntry)
    }

    @Test("All hints of Home are on the bar at 80 columns", arguments: TillConfiguration.Language.allCases)
    func homeHints(language: TillConfiguration.Language) throws {
        let till = TestTill(language)
        let bar = try #require(till.frame.lines.last)
        for binding in KeyMap.bindings(in: .home) {
            guard let hint = binding.hint else { continue }
            #expect(bar.contains("\(binding.label) \(hint.text(in: language))"), "\(binding.label) in \(bar)")
        }
        #expect(bar.contains("F10 ") && bar.contains("F12 "))
    }

    @Test(
        "The four hints that matter most fit on 80 columns, in both languages",
        arguments: KeyContext.allCases)
    func hints(context: KeyContext) {
        let hints = KeyMap.bindings(in: context).filter { $0.hint != nil }
        for language in TillConfiguration.Language.allCases {
            // Those behind them may be cut off: help has them all.
            let words = hints.map { $0.label + " " + ($0.hint?.text(in: language) ?? "") }
            let widths = words.prefix(4).map { CellWidth.of($0) + 2 }
            #expect(!hints.isEmpty && widths.reduce(2, +) <= 80, "\(context)")
        }
    }
}
