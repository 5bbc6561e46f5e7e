/// What one name of a request may hold.
///
/// The tables of these rules are the sandbox's own reading of the published interface; it shares none with any client.
struct FieldRule: Sendable {
    indirect enum Kind: Sendable {
        /// At least one byte of UTF-8, and at most this many.
        case text(Int)
        /// A whole number of these.
        case whole(ClosedRange<Int>)
        /// One of these whole numbers.
        case wholeOf([Int])
        case textOf([String])
        /// `true` or `false`.
        case truth
        /// Letters and digits of ASCII, at most this many.
        case nonce(Int)
        /// Four decimal numbers up to 255 with dots between, as in `90.0.00.0`.
        case ipv4
        case object([FieldRule])
        /// At least one of these objects.
        case array([FieldRule])
        /// A text that is JSON itself.
        case embedded([FieldRule])
    }

    let name: String
    let kind: Kind
    let isRequired: Bool

    static func required(_ name: String, _ kind: Kind) -> FieldRule {
        FieldRule(name: name, kind: kind, isRequired: true)
    }

    static func optional(_ name: String, _ kind: Kind) -> FieldRule {
        FieldRule(name: name, kind: kind, isRequired: false)
    }

    /// Returns what is wrong with an object by these rules; nil when nothing is.
    static func complaint(about value: BankJSON, rules: [FieldRule], path: String) -> String? {
        guard let members = value.members else { return "\(path.isEmpty ? "the content" : path) must be an object" }
        let prefix = path.isEmpty ? "" : path + "."
        for member in members where !rules.contains(where: { $0.name == member.name }) {
            return "\(prefix)\(member.name) is not a field of this interface"
        }
        for rule in rules {
            guard let found = value[rule.name] else {
                if rule.isRequired { return "\(prefix)\(rule.name) is missing" }
                continue
            }
            if let complaint = rule.complaint(about: found, path: prefix + rule.name) { return complaint }
        }
        return nil
    }

    private func complaint(about value: BankJSON, path: String) -> String? {
        switch kind {
        case .text(let limit): Self.textComplaint(value, limit: limit, path: path)
        case .whole(let range): Self.wholeComplaint(value, range: range, path: path)
        case .wholeOf(let allowed): Self.wholeComplaint(value, allowed: allowed, path: path)
        case .textOf(let allowed): Self.textComplaint(value, allowed: allowed, path: path)
        case .truth: Self.truthComplaint(value, path: path)
        case .nonce(let limit): Self.nonceComplaint(value, limit: limit, path: path)
        case .ipv4: Self.ipv4Complaint(value, path: path)
        case .object(let rules): Self.objectComplaint(value, rules: rules, path: path)
        case .array(let rules): Self.arrayComplaint(value, rules: rules, path: path)
        case .embedded(let rules): Self.embeddedComplaint(value, rules: rules, path: path)
        }
    }
}
