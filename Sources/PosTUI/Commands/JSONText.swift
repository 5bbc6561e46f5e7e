import FoundationEssentials

/// JSON as the commands print it: one line, keys in a fixed order.
enum JSONText {
    static func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("texts, whole numbers and truth values always encode: \(error)")
        }
    }
}
