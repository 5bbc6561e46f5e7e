/// A fault that was ordered: `NAME[=VALUE][@INTERFACE][:COUNT]`.
struct FaultRule: Equatable, Sendable {
    struct Problem: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    let fault: Fault
    var value: String?
    /// Nil: the interfaces of the fault's kind.
    var interface: BankInterface?
    /// How often it strikes yet; nil: until it is taken back.
    var remaining: Int?

    init(_ fault: Fault, value: String? = nil, interface: BankInterface? = nil, count: Int? = nil) throws(Problem) {
        self.fault = fault
        self.value = value
        self.interface = interface
        remaining = count
        if let interface, !fault.allowed.contains(interface) {
            throw Problem(description: "\(fault.rawValue) can not strike \(interface.rawValue)")
        }
        if let count, count < 1 { throw Problem(description: "a count is at least 1") }
        if let value { try Self.check(value, of: fault) }
    }

    init(_ text: String) throws(Problem) {
        var rest = text[...]
        var count: Int?
        if let mark = rest.lastIndex(of: ":") {
            guard let number = Int(rest[rest.index(after: mark)...]) else {
                throw Problem(description: "\(text): a number is wanted after the colon")
            }
            count = number
            rest = rest[..<mark]
        }
        var interface: BankInterface?
        if let mark = rest.lastIndex(of: "@") {
            let name = String(rest[rest.index(after: mark)...])
            guard let named = BankInterface(rawValue: name) else {
                throw Problem(description: "\(text): there is no interface \(name)")
            }
            interface = named
            rest = rest[..<mark]
        }
        var value: String?
        if let mark = rest.firstIndex(of: "=") {
            value = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
        }
        guard let fault = Fault(rawValue: String(rest)) else {
            throw Problem(description: "\(text): there is no fault \(rest)")
        }
        try self.init(fault, value: value, interface: interface, count: count)
    }

    var interfaces: [BankInterface] { interface.map { [$0] } ?? fault.strikes }

    var text: String {
        fault.rawValue + (value.map { "=\($0)" } ?? "") + (interface.map { "@\($0.rawValue)" } ?? "")
            + (remaining.map { ":\($0)" } ?? "")
    }

    /// Returns the value as a number, or else the fault's own.
    func number(or usual: Int) -> Int { value.flatMap { Int($0) } ?? usual }

    /// Returns the value as the moment of a turn, or else the fault's own.
    func turn(or usual: BankTurn) -> BankTurn { value.flatMap { BankTurn($0) } ?? usual }

    private static let takesTurn: Set<Fault> = [
        .password, .customerStops, .created, .transforming, .lateFrozen, .lateDone, .refunded,
    ]
    private static let takesNumber: Set<Fault> = [.slow, .notThere, .state, .skew]

    private static func check(_ value: String, of fault: Fault) throws(Problem) {
        let isGood: Bool
        if takesTurn.contains(fault) {
            isGood = BankTurn(value) != nil
        } else if takesNumber.contains(fault) {
            isGood = Int32(value).map { $0 >= 0 || fault == .skew } ?? false
        } else {
            throw Problem(description: "\(fault.rawValue) takes no value")
        }
        guard isGood else { throw Problem(description: "\(fault.rawValue) can not be \(value)") }
    }
}
