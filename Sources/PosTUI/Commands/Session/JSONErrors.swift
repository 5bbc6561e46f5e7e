import PayEngine

/// How a command tells that it ended before it had an order to tell of.
enum JSONErrors {
    /// In words only.
    case none
    /// `{"error":"…"}` besides.
    case error
    /// `{"outcome":"not_sent","error":"…"}` besides, for commands that move money.
    case notSent

    private static let movers = ["freeze", "show-code", "unfreeze", "consume"]

    /// For a command line that could not be read: what its words ask for.
    init(arguments: [String]) {
        guard arguments.contains("--json") else {
            self = .none
            return
        }
        self = arguments.dropFirst().contains(where: Self.movers.contains) ? .notSent : .error
    }

    /// Tells an error on standard output, where JSON is wanted.
    ///
    /// `number` is given when one was made, `outcome` is of what a command that moves money was asked for.
    func tell(_ text: String, number: OrderNumber? = nil, outcome: Outcome = .notSent) {
        StandardStreams.tell(text)
        if let data = data(text, number: number, outcome: outcome) { StandardStreams.print(data) }
    }

    /// Returns what goes to standard output; nil for words only.
    func data(_ text: String, number: OrderNumber? = nil, outcome: Outcome = .notSent) -> String? {
        switch self {
        case .none:
            return nil
        case .error:
            return OrderReport(error: text).json
        case .notSent:
            var report = OrderReport(error: text)
            report.outcome = Order.Kind.freeze.name(of: outcome)
            report.number = number?.text
            return report.json
        }
    }
}
