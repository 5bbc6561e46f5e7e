import FoundationEssentials

/// JSON as the gateway is sent it: no escaped slashes, and the same bytes for the same value in every process.
enum WireJSON {
    static func encode(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(value))
        } catch {
            preconditionFailure("strings, whole numbers and truth values always encode: \(error)")
        }
    }

    /// Decodes what this till wrote itself.
    ///
    /// Answers are read by ``StrictJSON``.
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) -> Value? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}
