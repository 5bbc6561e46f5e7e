/// Reads the members of an answer.
///
/// Names, texts and times decide nothing: of an unexpected type they are not given. What decides about money is given,
/// absent, null or empty; of any other type the whole answer is not believed.
struct WireMembers<Key: CodingKey> {
    let object: WireObject

    private subscript(key: Key) -> WireValue? { object[key.stringValue] }

    /// Whether there is anything under a name.
    func has(_ key: Key) -> Bool { self[key] != nil }

    func text(_ key: Key) -> String? {
        guard case .text(let text) = self[key] else { return nil }
        return text
    }

    /// No status and no state is longer; payment codes are.
    private static var longest: Int { 999_999_999 }
    /// No sum is, in fen.
    private static var largestSum: Int { 999_999_999_999_999 }

    /// Reads a number that decides nothing; what is further from zero than `limit` is not given.
    func number(_ key: Key, within limit: Int = WireMembers.longest) -> Int? {
        guard case .number(let number?) = self[key], let whole = Int(exactly: number) else { return nil }
        return (-limit...limit).contains(whole) ? whole : nil
    }

    /// Reads a number that decides something.
    ///
    /// - Throws: when it is there and no whole number, or further from zero than the limit.
    func whole(_ key: Key, within limit: Int = WireMembers.longest) throws(InvalidAnswer) -> Int? {
        guard self[key] != nil else { return nil }
        guard let whole = number(key, within: limit) else { throw .unreadableField }
        return whole
    }

    /// Reads a sum of money.
    ///
    /// - Throws: when it is there and no whole number, or negative.
    func fen(_ key: Key) throws(InvalidAnswer) -> Fen? {
        guard let number = try whole(key, within: Self.largestSum) else { return nil }
        guard number >= 0 else { throw .impossibleTotals }
        return Fen(Int64(number))
    }

    /// Reads a sum that is shown and decides nothing.
    func shownSum(_ key: Key) -> Fen? {
        try? fen(key)
    }

    /// Whether an order is still being worked on: not when nothing says so, but surely when what says so can't be read.
    func isInWork(_ key: Key) -> Bool {
        switch self[key] {
        case nil: false
        case .flag(let flag): flag
        case .null, .number, .text, .list, .object: true
        }
    }

    /// Reads Unix seconds; 0 means not given.
    func time(_ key: Key) -> Timestamp? {
        guard let seconds = number(key, within: 253_402_300_799), seconds > 0 else { return nil }
        return Timestamp(seconds: Int64(seconds))
    }

    /// Reads an object.
    ///
    /// - Throws: when something else than an object is there, or when that can't be read.
    func object<Value: WireReadable>(_ type: Value.Type, _ key: Key) throws(InvalidAnswer) -> Value? {
        guard let value = self[key] else { return nil }
        guard case .object(let object) = value else { throw .unreadableField }
        return try Value(from: object)
    }

    /// Reads a list; an absent one is empty.
    ///
    /// - Throws: when something else than a list of objects is there, or when one of them can't be read.
    func list<Value: WireReadable>(_ type: Value.Type, _ key: Key) throws(InvalidAnswer) -> [Value] {
        // An empty text is no list: nobody knows what is in it.
        guard let value = object.value(key.stringValue), value != .null else { return [] }
        guard case .list(let values) = value else { throw .unreadableField }
        var read: [Value] = []
        for value in values {
            guard case .object(let object) = value else { throw .unreadableField }
            read.append(try Value(from: object))
        }
        return read
    }

    /// Reads the `…_ext` group of a platform.
    ///
    /// What is there and is no object shows a state that nobody knows, not none.
    func state(_ key: Key) -> PlatformState? {
        switch self[key] {
        case nil: nil
        case .object(let object): PlatformState(from: object)
        case .null, .flag, .number, .text, .list: PlatformState(number: -1, text: nil)
        }
    }
}

extension WireObject {
    /// Returns its members by the names that a type of answer gives them.
    func keyed<Key: CodingKey>(by type: Key.Type) -> WireMembers<Key> { WireMembers(object: self) }
}

/// What is read from an object of an answer.
protocol WireReadable {
    /// Reads the value from an object of an answer.
    ///
    /// - Throws: when something that decides about money is there and can't be read.
    init(from object: WireObject) throws(InvalidAnswer)
}

/// One text field of a request and what the protocol allows of it, in bytes of UTF-8.
struct WireField {
    let name: String
    /// Nil where there is none.
    let count: Int?
    let limit: Int

    init(_ name: String, _ value: String?, limit: Int) {
        self.name = name
        count = value?.utf8.count
        self.limit = limit
    }

    init(_ name: String, _ value: SecretBytes, limit: Int) {
        self.name = name
        count = value.count
        self.limit = limit
    }

    /// Checks every field before anything is sent.
    static func check(_ fields: [WireField]) throws(OrderRejection) {
        for field in fields {
            guard let count = field.count, count > field.limit else { continue }
            throw .fieldTooLong(name: field.name, limit: field.limit, found: count)
        }
    }
}
