/// Collects what is wrong while a configuration is read, so that all of it is told at once.
final class ConfigurationReport {
    private let file: String
    private let lines: TOMLLines
    private(set) var problems: [ConfigurationProblem] = []

    init(file: ConfigurationFile) {
        self.file = file.path
        lines = TOMLLines(file.text)
    }

    func tell(_ kind: ConfigurationProblem.Kind, at key: String?, line: Int? = nil) {
        let line = line ?? key.flatMap { lines.line(of: $0) }
        problems.append(ConfigurationProblem(file: file, key: key, line: line, kind: kind))
    }
}
