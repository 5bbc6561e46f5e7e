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
