/// One text field of a request and what the protocol allows of it, in bytes of UTF-8.
struct WireField {
    let name: String
    let value: String?
    let limit: Int

    init(_ name: String, _ value: String?, limit: Int) {
        self.name = name
        self.value = value
        self.limit = limit
    }

    /// Checks every field before anything is sent.
    static func check<Rejection: OrderRejection>(_ fields: [WireField], or: Rejection.Type) throws(Rejection) {
        for field in fields {
            guard let count = field.value?.utf8.count, count > field.limit else { continue }
            throw Rejection.fieldTooLong(name: field.name, limit: field.limit, found: count)
        }
    }
}
