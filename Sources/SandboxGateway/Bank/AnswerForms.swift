/// How answers are formed where the published pages, or the pages and their examples, leave it open.
///
/// Written `NAME[=VALUE]`.
struct AnswerForms: Equatable, Sendable {
    struct Problem: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    /// Those that are ordered, in the order in which they came, each with its value.
    private var ordered: [(form: AnswerForm, value: String?)] = []

    init() {}

    static func == (one: AnswerForms, other: AnswerForms) -> Bool { one.texts == other.texts }

    /// As they are written.
    var texts: [String] { ordered.map { $0.form.rawValue + ($0.value.map { "=\($0)" } ?? "") } }

    /// Adds a form; a number that was given before is replaced.
    mutating func add(_ text: String) throws(Problem) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let form = AnswerForm(rawValue: parts[0]) else {
            throw Problem(description: "there is no form \(parts[0])")
        }
        let value = parts.count == 2 ? parts[1] : nil
        switch form.takes {
        case .nothing where value != nil: throw Problem(description: "\(parts[0]) takes no value")
        case .name where value?.isEmpty ?? true: throw Problem(description: "\(parts[0]) wants the name of a field")
        case .seconds where value.flatMap({ UInt16($0) }) == nil:
            throw Problem(description: "\(parts[0]) wants seconds, 0 to 65535")
        case .nothing, .name, .seconds: break
        }
        ordered.removeAll { $0.form == form && (form.takes != .name || $0.value == value) }
        ordered.append((form, value))
    }

    func has(_ form: AnswerForm) -> Bool { ordered.contains { $0.form == form } }

    /// Returns the number of a form that takes one; 0 where it was not ordered.
    func seconds(_ form: AnswerForm) -> Int {
        ordered.first { $0.form == form }?.value.flatMap { Int($0) } ?? 0
    }

    /// The fields that are left out of answers.
    var leftOut: Set<String> { Set(ordered.filter { $0.form == .without }.compactMap(\.value)) }
}
