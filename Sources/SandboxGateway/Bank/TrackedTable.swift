/// A table that remembers which of its entries were touched since they were last kept.
struct TrackedTable<Value: Codable & Equatable & Sendable>: Codable, Equatable, Sendable {
    private var entries: [String: Value] = [:]
    private var touched: Set<String> = []

    init() {}

    init(from decoder: any Decoder) throws {
        entries = try decoder.singleValueContainer().decode([String: Value].self)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(entries)
    }

    static func == (one: TrackedTable, other: TrackedTable) -> Bool { one.entries == other.entries }

    subscript(_ key: String) -> Value? {
        get { entries[key] }
        set {
            touched.insert(key)
            entries[key] = newValue
        }
    }

    subscript(_ key: String, default usual: Value) -> Value {
        get { entries[key, default: usual] }
        set { self[key] = newValue }
    }

    var values: Dictionary<String, Value>.Values { entries.values }
    var keys: Dictionary<String, Value>.Keys { entries.keys }
    var count: Int { entries.count }
    var isEmpty: Bool { entries.isEmpty }
    var all: [String: Value] { entries }

    /// What was touched and is still there.
    ///
    /// Nothing is ever taken out of a table that is kept.
    var changes: [String: Value] {
        Dictionary(uniqueKeysWithValues: touched.compactMap { key in entries[key].map { (key, $0) } })
    }

    mutating func merge(_ changes: [String: Value]) { entries.merge(changes) { $1 } }

    mutating func forgetChanges() { touched = [] }
}
