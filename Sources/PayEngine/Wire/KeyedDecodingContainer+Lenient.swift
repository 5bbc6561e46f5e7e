/// Reading of answers: a field that is absent, null, empty or of an unexpected type is a field that is not given. What
/// the money depends on is checked afterwards, and a missing field there never counts as agreement.
extension KeyedDecodingContainer {
    func text(_ key: Key) -> String? {
        guard let text = try? decodeIfPresent(String.self, forKey: key), !text.isEmpty else { return nil }
        return text
    }

    func number(_ key: Key) -> Int? {
        try? decodeIfPresent(Int.self, forKey: key)
    }

    /// Whether an order is still being worked on: not when nothing says so, but surely when what says so can't be read.
    func isInWork(_ key: Key) -> Bool {
        do {
            return try decodeIfPresent(Bool.self, forKey: key) ?? false
        } catch {
            return true
        }
    }

    func fen(_ key: Key) -> Fen? {
        number(key).map { Fen(Int64($0)) }
    }

    /// Unix seconds; 0 means not given.
    func time(_ key: Key) -> Timestamp? {
        guard let seconds = number(key), (1...253_402_300_799).contains(seconds) else { return nil }
        return Timestamp(seconds: Int64(seconds))
    }

    func object<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
        try? decodeIfPresent(type, forKey: key)
    }
}
