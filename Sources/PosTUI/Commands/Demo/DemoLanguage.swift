import ArgumentParser
import PayEngine

/// A language as the command line names it.
struct DemoLanguage: ExpressibleByArgument {
    let language: TillConfiguration.Language

    init?(argument: String) {
        guard let language = TillConfiguration.Language(rawValue: argument) else { return nil }
        self.language = language
    }

    static var allValueStrings: [String] { TillConfiguration.Language.allCases.map(\.rawValue) }
}
