/// What is told about a fault; the help, the documentation and the defaults come from this table.
struct FaultFacts: Sendable {
    let fault: Fault
    let kind: FaultKind
    let says: String
    /// What `=VALUE` means and what it is when left out; nil where the fault takes none.
    var value: String?

    init(_ fault: Fault, _ kind: FaultKind, _ says: String, value: String? = nil) {
        self.fault = fault
        self.kind = kind
        self.says = says
        self.value = value
    }

    static let all: [FaultFacts] = order + movement + status + line + disbelief + rubbish + ping

    private static let turn = "seconds, or queries as in `2q`"

    private static let order = [
        FaultFacts(.password, .order, "waits for the password, then frozen", value: "\(turn) (`--password-seconds`)"),
        FaultFacts(.passwordNever, .order, "waits for a password that nobody types"),
        FaultFacts(
            .customerStops, .order, "waits for the password, then the customer stops",
            value: "\(turn) (`--password-seconds`)"),
        FaultFacts(.stopped, .order, "the customer stopped"),
        FaultFacts(.paymentError, .order, "payment error"),
        FaultFacts(.created, .order, "created only, then frozen", value: "\(turn) (8)"),
        FaultFacts(.transforming, .order, "frozen, but `is_transforming` at first", value: "\(turn) (8)"),
        FaultFacts(.absent, .order, "the platform does not know the order"),
        FaultFacts(.lateFrozen, .order, "payment error, then frozen after all", value: "\(turn) (30)"),
        FaultFacts(
            .notThere, .order, "order made, answer lost, and the first queries say no such order",
            value: "queries (2)"),
        FaultFacts(.queryRefused, .order, "order made, answer lost, every query is refused with 104"),
        FaultFacts(.history, .order, "frozen, then three releases, one of which failed: some is left"),
        FaultFacts(.historyOver, .order, "frozen, then a release that failed and one of everything"),
        FaultFacts(.historyConsumed, .order, "frozen, then partly consumed, the rest released by itself"),
    ]

    private static let movement = [
        FaultFacts(.failed, .movement, "the release or consume fails"),
        FaultFacts(.lateDone, .movement, "fails, then done after all", value: "\(turn) (30)"),
        FaultFacts(.refunded, .movement, "a consume is done, then given back", value: "\(turn) (8)"),
    ]

    private static let status = [
        FaultFacts(.works, .status, "nothing goes wrong: the faults behind it have to wait"),
        FaultFacts(.status3, .status, "3, nothing done"),
        FaultFacts(.status3Made, .status, "3, yet the request was heeded"),
        FaultFacts(.status101, .status, "101, nothing done"),
        FaultFacts(.status102, .status, "102, nothing done"),
        FaultFacts(.status103, .status, "103, nothing done"),
        FaultFacts(.status104, .status, "104, nothing done"),
        FaultFacts(.status104State, .status, "104, yet the request was heeded and the answer shows the state"),
        FaultFacts(.status407, .status, "104 with internal status 407, nothing done"),
        FaultFacts(
            .status407Other, .status, "104 with internal status 407: the number is another till's frozen order"),
        FaultFacts(.status999, .status, "a status that no table has, nothing done"),
        FaultFacts(.absentState, .status, "status 0 with the state “no such order”, nothing done"),
    ]

    private static let line = [
        FaultFacts(.lost, .line, "heeded, then closed without an answer"),
        FaultFacts(.swallowed, .line, "read, then closed without an answer, nothing done"),
        FaultFacts(.reset, .line, "reset, nothing done"),
        FaultFacts(.half, .line, "heeded, closed after half of the answer's body"),
        FaultFacts(.slow, .line, "heeded, the answer comes late", value: "milliseconds (4000)"),
        FaultFacts(.hang, .line, "heeded, never answered, the connection stays open"),
        FaultFacts(.closeAfter, .line, "answered, then closed without `Connection: close`"),
    ]

    private static let disbelief = [
        FaultFacts(.badSignature, .disbelief, "heeded, the signature is wrong"),
        FaultFacts(.noSignature, .disbelief, "heeded, `authen_info` is missing"),
        FaultFacts(.otherNumber, .disbelief, "heeded, the answer names another order"),
        FaultFacts(.otherAmount, .disbelief, "heeded, the answer names another amount"),
        FaultFacts(.otherMerchant, .disbelief, "heeded, the answer names another merchant and shop"),
        FaultFacts(.otherPlatform, .disbelief, "heeded, the answer is the other platform's"),
        FaultFacts(.state, .disbelief, "heeded, with a state number that no table has", value: "the number (9)"),
        FaultFacts(.noExt, .disbelief, "heeded, the object with the state is missing"),
        FaultFacts(.bothExts, .disbelief, "heeded, both platforms' objects are there"),
    ]

    private static let rubbish = [
        FaultFacts(.notJSON, .rubbish, "heeded, the content is signed and no JSON"),
        FaultFacts(.invalidUTF8, .rubbish, "heeded, the content is signed and no UTF-8"),
        FaultFacts(.huge, .rubbish, "heeded, the answer is larger than 1 MiB"),
        FaultFacts(.html502, .rubbish, "heeded, an HTML page with HTTP status 502"),
        FaultFacts(.html200, .rubbish, "an HTML page with HTTP status 200, nothing done"),
        FaultFacts(.redirect, .rubbish, "HTTP status 302 to another path of this server, nothing done"),
    ]

    private static let ping = [
        FaultFacts(.pingDown, .ping, "closed without an answer"),
        FaultFacts(.skew, .ping, "the clock is wrong", value: "seconds ahead, may be negative (3600)"),
    ]
}

extension Fault {
    private static let facts = Dictionary(uniqueKeysWithValues: FaultFacts.all.map { ($0.fault, $0) })

    /// Nil only for a fault that the table forgot, which a test finds.
    var facts: FaultFacts? { Self.facts[self] }

    var kind: FaultKind { facts?.kind ?? .order }
}

extension FaultFacts {
    /// For people, one line a fault.
    static var text: String {
        FaultKind.allCases.map { kind in
            let lines = all.filter { $0.kind == kind }.map { facts in
                "  \(facts.fault.rawValue): \(facts.says)" + (facts.value.map { "; =VALUE is \($0)" } ?? "")
            }
            let strikes = kind.strikes.map(\.rawValue).joined(separator: ", ")
            return (["\(kind.rawValue) (\(strikes)):"] + lines).joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// The rows of the documentation's table.
    static var markdown: [String] {
        ["| fault | what happens | value |", "|---|---|---|"]
            + all.map { "| `\($0.fault.rawValue)` | \($0.says) | \($0.value ?? "") |" }
    }

    static var json: BankJSON {
        .array(
            all.map { facts in
                .object([
                    .init("fault", .text(facts.fault.rawValue)),
                    .init("kind", .text(facts.kind.rawValue)),
                    .init("says", .text(facts.says)),
                    .init("value", facts.value.map { .text($0) } ?? .null),
                ])
            })
    }
}
