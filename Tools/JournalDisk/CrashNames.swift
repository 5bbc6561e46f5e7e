/// The names that a walk's lines bear: an event's own ones follow from its name.
struct CrashNames {
    let order: String?
    let keys: [String]

    /// All that are looked up; one that no line bears among them.
    static let all = ["order0", "order1", "order2", "押金\"0", "押金\"1", "key0", "key1", "nobody"]

    init(event: String) {
        let number = event.utf8.dropFirst(5).reduce(0) { $0 &* 10 &+ Int($1 & 15) } & .max
        order = number % 5 == 0 ? nil : Self.all[number % 3]
        keys = number % 2 == 0 ? [] : [Self.all[5 + number / 2 % 2], Self.all[3 + number / 3 % 2]]
    }

    func contain(_ name: String) -> Bool { order == name || keys.contains(name) }
}
