extension TillConfiguration.Language {
    /// Takes the language of the locale's messages (`LC_ALL`, `LC_MESSAGES`, `LANG`): Chinese for `zh…`, else English.
    ///
    /// It stands in for a configuration that says nothing or can't be read.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.hasPrefix("zh") == true ? .chinese : .english
    }
}
