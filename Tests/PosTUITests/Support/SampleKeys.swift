@testable import PosTUI

/// Every table of keys that the till has, whichever screen it belongs to.
struct SampleKeys: Sendable, CustomStringConvertible {
    struct Line: Sendable {
        let keys: [Key]
        let label: String
        let hint: Phrase?
        let help: Phrase
        /// Nil: it is the screen's own.
        let till: TillAction?
    }

    let name: Phrase
    let lines: [Line]
    /// Text is typed there.
    let takesText: Bool

    var description: String { name.english }

    init<Action>(_ table: KeyTable<Action>, takesText: Bool) {
        name = table.name
        self.takesText = takesText
        lines = table.bindings.map { binding in
            var till: TillAction?
            if case .till(let action) = binding.action { till = action }
            return Line(
                keys: binding.keys, label: binding.label, hint: binding.hint, help: binding.help, till: till)
        }
    }

    static let all: [SampleKeys] = {
        let settings = TestTill().state.settings
        func tables<One: TillScreen>(_ type: One.Type) -> [SampleKeys] {
            type.keyTables(settings).map { SampleKeys($0, takesText: typing.contains($0.name.english)) }
        }
        return tables(HomeScreen.self) + tables(AmountScreen.self) + tables(ReferenceScreen.self)
            + tables(ScanScreen.self) + tables(ProgressScreen.self) + tables(OfferScreen.self)
            + tables(ResultScreen.self) + tables(LookUpScreen.self) + tables(OpenQuestionsScreen.self)
            + tables(HeldScreen.self) + tables(FindScreen.self) + tables(OrderFormScreen.self)
            + tables(OrderProgressScreen.self) + tables(OrderResultScreen.self) + tables(SignInScreen.self)
            + tables(HelpScreen.self)
    }()

    private static let typing = [
        "Amount", "Reference", "Scan", "Entering a number", "Reason for closing", "Release or consume: amount",
        "Supervisor's PIN", "Find", "Sign in",
    ]
}
