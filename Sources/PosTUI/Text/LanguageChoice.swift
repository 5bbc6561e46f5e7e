import PayEngine

/// Which language the screens speak: the configuration's, else that of the environment.
enum LanguageChoice {
    /// Chooses the language.
    ///
    /// `canDrawChinese` is false where the terminal's encoding is not UTF-8.
    static func language(
        configured: TillConfiguration.Language?, environment: [String: String], canDrawChinese: Bool
    ) -> TillConfiguration.Language {
        guard canDrawChinese, hasChineseGlyphs(environment["TERM"] ?? "") else { return .english }
        return configured ?? fromLocale(environment)
    }

    private static func fromLocale(_ environment: [String: String]) -> TillConfiguration.Language {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let value = environment[name], !value.isEmpty else { continue }
            return value.hasPrefix("zh") ? .chinese : .english
        }
        return .english
    }

    /// Whether the terminal has Chinese glyphs: the kernel's console and the old hardware terminals have none.
    private static func hasChineseGlyphs(_ terminal: String) -> Bool {
        !["linux", "vt100", "vt102", "vt220", "cons25"].contains(terminal)
    }
}
