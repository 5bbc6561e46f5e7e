internal import TOMLKit

extension TillConfiguration {
    /// Reads and checks the configuration.
    ///
    /// - Parameters:
    ///   - path: what `--config` names. Nil: `$POSTUI_CONFIG`, else `till.toml` in the user's folder of
    ///     configurations, else `/etc/postui/till.toml`.
    ///   - environment: the process's variables.
    /// - Returns: a configuration with nothing wrong in it.
    /// - Throws: everything that is wrong with it, not just the first.
    public static func load(path: String?, environment: [String: String]) throws(ConfigurationError)
        -> TillConfiguration
    {
        let file = try ConfigurationFile(path: path, environment: environment)
        let report = ConfigurationReport(file: file)
        let root = ConfigurationTable(name: "", table: parse(file, report), report: report)
        guard report.problems.isEmpty else { throw ConfigurationError(report.problems) }
        let reader = ConfigurationReader(file: file, folders: StandardFolders(environment: environment))
        let till = reader.till(root.table("till"))
        let merchantTable = root.table("merchant")
        let merchant = reader.merchant(merchantTable)
        let gateway = reader.gateway(root.table("gateway"))
        let deposit = reader.deposit(root.table("deposit"))
        let codes = reader.codes(root.table("codes"))
        let polling = reader.polling(root.table("polling"))
        let journal = reader.journal(root.table("journal"))
        let log = reader.log(root.table("log"), key: reader.keyPath(merchantTable), journal: journal.directory)
        let staff = reader.staff(root.tables("staff"))
        root.refuseOthers()
        guard let merchant, report.problems.isEmpty else { throw ConfigurationError(report.problems) }
        return TillConfiguration(
            till: till, merchant: merchant, gateway: gateway, deposit: deposit, codes: codes, polling: polling,
            journalDirectory: journal.directory, allowsAnyFileSystem: journal.allowsAnyFileSystem, log: log,
            staff: staff, stateDirectory: reader.folders.state)
    }

    private static func parse(_ file: ConfigurationFile, _ report: ConfigurationReport) -> TOMLTable? {
        do throws(TOMLShape.Fault) {
            try TOMLShape.check(file.text)
        } catch {
            switch error {
            case .tooDeep(let line): report.tell(.tooDeep, at: nil, line: line)
            case .holdsNUL(let line): report.tell(.holdsNUL, at: nil, line: line)
            }
            return nil
        }
        do {
            return try TOMLTable(string: file.text)
        } catch let error as TOMLParseError {
            report.tell(.syntax(error.description.printable), at: nil, line: error.source.begin.line)
        } catch {
            report.tell(.syntax("\(error)".printable), at: nil)
        }
        return nil
    }
}

extension TillConfiguration.Language {
    /// Takes the language of the locale's messages (`LC_ALL`, `LC_MESSAGES`, `LANG`): Chinese for `zh…`, else English.
    ///
    /// It stands in for a configuration that says nothing or can't be read.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = locale?.hasPrefix("zh") == true ? .chinese : .english
    }
}
