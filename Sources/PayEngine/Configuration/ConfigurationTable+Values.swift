internal import TOMLKit

extension ConfigurationTable {
    /// Reads a value that is written as a text; nil when it is absent, or reported as wrong.
    func parsed<Value>(
        _ key: String, _ wanted: ConfigurationRequirement, isSecret: Bool = false, _ parse: (String) -> Value?
    ) -> Value? {
        guard let found = value(key) else { return nil }
        return element(found, at: path(key), wanted, isSecret: isSecret, parse)
    }

    /// Reads a list of such values; entries that are wrong are reported one by one.
    func list<Value: Equatable>(
        _ key: String, of wanted: ConfigurationRequirement, count: ClosedRange<Int>, _ parse: (String) -> Value?
    ) -> [Value]? {
        guard let found = value(key) else { return nil }
        guard let array = found.array else {
            tellType(of: found, at: path(key), .list(wanted, count: count))
            return nil
        }
        guard count.contains(array.count) else {
            report.tell(
                .badValue(found: String(array.count), wanted: .list(wanted, count: count)), at: path(key))
            return nil
        }
        var values: [Value] = []
        for index in 0..<array.count {
            let place = "\(path(key))[\(index + 1)]"
            guard let value = element(array[index], at: place, wanted, isSecret: false, parse) else { continue }
            if values.contains(value) { report.tell(.repeated(found: Self.shown("\(value)")), at: place) }
            values.append(value)
        }
        return values
    }

    /// Reads a name or an ID, kept exactly as it stands: anything unprintable in it is an error.
    func text(_ key: String, bytes: Int) -> String? {
        parsed(key, .text(bytes: bytes)) { text in
            (1...bytes).contains(text.utf8.count) && text.printable == text ? text : nil
        }
    }

    /// Reads a name or an ID that must be there; the empty text stands in for one that is not.
    func requiredText(_ key: String, bytes: Int) -> String {
        guard require(key, .text(bytes: bytes)) else { return "" }
        return text(key, bytes: bytes) ?? ""
    }

    /// Reads words for people, from which what can't be printed is taken out.
    func words(_ key: String, bytes: Int) -> String? {
        parsed(key, .text(bytes: bytes)) { text in
            let clean = text.printable
            return (1...bytes).contains(clean.utf8.count) ? clean : nil
        }
    }

    /// Reads words that may be empty, which is the same as none.
    func optionalWords(_ key: String, bytes: Int) -> String? {
        isEmptyText(key) ? nil : words(key, bytes: bytes)
    }

    /// Whether the key is there and says nothing.
    func isEmptyText(_ key: String) -> Bool { value(key)?.string == "" }

    func wholeNumber(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let found = value(key) else { return nil }
        guard let number = found.int else {
            tellType(of: found, at: path(key), .wholeNumber(range))
            return nil
        }
        guard range.contains(number) else {
            report.tell(.badValue(found: String(number), wanted: .wholeNumber(range)), at: path(key))
            return nil
        }
        return number
    }

    func truth(_ key: String) -> Bool? {
        guard let found = value(key) else { return nil }
        guard let truth = found.bool else {
            tellType(of: found, at: path(key), .truth)
            return nil
        }
        return truth
    }

    func seconds(_ key: String, _ range: ClosedRange<Duration>) -> Duration? {
        guard let found = value(key) else { return nil }
        guard found.type == .int || found.type == .double else {
            tellType(of: found, at: path(key), .seconds(range))
            return nil
        }
        // The shortest decimal text that means the same: what was written, as far as anyone writes it.
        let text = found.debugDescription
        guard let duration = Duration(seconds: text), range.contains(duration) else {
            report.tell(.badValue(found: Self.shown(text), wanted: .seconds(range)), at: path(key))
            return nil
        }
        return duration
    }

    private func element<Value>(
        _ found: any TOMLValueConvertible, at place: String, _ wanted: ConfigurationRequirement, isSecret: Bool,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = found.string else {
            tellType(of: found, at: place, wanted)
            return nil
        }
        guard let value = parse(text) else {
            let shown = isSecret ? nil : "\"\(Self.shown(text))\""
            report.tell(.badValue(found: shown, wanted: wanted), at: place)
            return nil
        }
        return value
    }

    /// Returns a value as an error message may show it: on one line, not without end, no password of a proxy's address.
    private static func shown(_ text: String) -> String {
        var clean = text.printable
        if let scheme = clean.firstRange(of: "://"), let mark = clean.lastIndex(of: "@"), scheme.upperBound <= mark {
            clean.replaceSubrange(scheme.upperBound..<mark, with: "…")
        }
        return clean.count > 80 ? clean.prefix(80) + "…" : clean
    }
}
