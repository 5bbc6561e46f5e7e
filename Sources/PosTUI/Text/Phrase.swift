import PayEngine

/// One sentence of the screen in every language of the till, side by side.
///
/// The extensions hold them all, by screen.
///
/// A phrase can't be made without all its languages, so none is ever missing.
struct Phrase: Equatable, Sendable {
    let chinese: String
    let english: String

    init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    func text(in language: TillConfiguration.Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
