extension FieldRule {
    static func textComplaint(_ value: BankJSON, limit: Int, path: String) -> String? {
        guard let text = value.text else { return "\(path) must be a string" }
        if text.isEmpty { return "\(path) is empty: a field that is not set is left out" }
        let length = text.utf8.count
        return length > limit ? "\(path) has \(length) bytes, at most \(limit) are allowed" : nil
    }

    static func textComplaint(_ value: BankJSON, allowed: [String], path: String) -> String? {
        guard let text = value.text else { return "\(path) must be a string" }
        return allowed.contains(text) ? nil : "\(path) must be \(allowed.joined(separator: " or "))"
    }

    static func wholeComplaint(_ value: BankJSON, range: ClosedRange<Int>, path: String) -> String? {
        guard let number = value.whole else { return "\(path) must be a whole number" }
        let isAllowed = range.contains(number)
        return isAllowed ? nil : "\(path) must be \(range.lowerBound) to \(range.upperBound)"
    }

    static func wholeComplaint(_ value: BankJSON, allowed: [Int], path: String) -> String? {
        guard let number = value.whole else { return "\(path) must be a whole number" }
        let names = allowed.map(String.init).joined(separator: " or ")
        return allowed.contains(number) ? nil : "\(path) must be \(names)"
    }

    static func truthComplaint(_ value: BankJSON, path: String) -> String? {
        value.truth == nil ? "\(path) must be true or false" : nil
    }

    static func nonceComplaint(_ value: BankJSON, limit: Int, path: String) -> String? {
        if let complaint = textComplaint(value, limit: limit, path: path) { return complaint }
        let isPlain = value.text?.utf8.allSatisfy(\.isASCIILetterOrDigit) ?? false
        return isPlain ? nil : "\(path) may hold 0-9, a-z and A-Z only"
    }

    static func ipv4Complaint(_ value: BankJSON, path: String) -> String? {
        if let complaint = textComplaint(value, limit: 16, path: path) { return complaint }
        let parts = value.text?.split(separator: ".", omittingEmptySubsequences: false) ?? []
        let isAddress =
            parts.count == 4
            && parts.allSatisfy { part in
                (1...3).contains(part.utf8.count) && part.utf8.allSatisfy(\.isASCIIDigit) && UInt8(part) != nil
            }
        return isAddress ? nil : "\(path) must be an IPv4 address"
    }

    static func objectComplaint(_ value: BankJSON, rules: [FieldRule], path: String) -> String? {
        if value.members?.isEmpty == true { return "\(path) is empty: a field that is not set is left out" }
        return complaint(about: value, rules: rules, path: path)
    }

    static func arrayComplaint(_ value: BankJSON, rules: [FieldRule], path: String) -> String? {
        guard case .array(let values) = value, !values.isEmpty else { return "\(path) must be an array, not empty" }
        for (index, value) in values.enumerated() {
            if let complaint = complaint(about: value, rules: rules, path: "\(path)[\(index)]") { return complaint }
        }
        return nil
    }

    static func embeddedComplaint(_ value: BankJSON, rules: [FieldRule], path: String) -> String? {
        if let complaint = textComplaint(value, limit: FieldTable.longest, path: path) { return complaint }
        do throws(BankJSONReader.Problem) {
            let inner = try BankJSONReader.read(Array((value.text ?? "").utf8))
            return complaint(about: inner, rules: rules, path: path)
        } catch {
            return "\(path) is not JSON: \(error.what)"
        }
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetterOrDigit: Bool { isASCIIDigit || (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
}
