import PayEngine

/// Prints orders to standard output: a line of words for people, or JSON.
struct OrderPrinter {
    let session: EngineSession
    let json: Bool

    /// An order that was just made: a freeze, a release or a consume.
    func print(made order: DepositOrder) {
        let words = text(.reason(order.reason))
        StandardStreams.tell(words)
        if order.kind != .freeze, order.isOpen { StandardStreams.tell(text(.notTwice)) }
        guard json else {
            StandardStreams.print(self.words(order))
            return
        }
        var report = OrderReport(made: order)
        if order.outcome == .notSent { report.error = words }
        StandardStreams.print(report.json)
    }

    /// An open order for which nothing else was made.
    func print(_ order: DepositOrder, inTheWay phrase: Phrase) {
        let words = text(phrase)
        StandardStreams.tell(words)
        guard json else { return print(listed: order) }
        var report = OrderReport(order)
        report.error = words
        StandardStreams.print(report.json)
    }

    /// An earlier order that was found by its code instead of making a new one.
    func print(seenBefore deposit: Deposit) {
        guard json else { return print(listed: deposit) }
        var report = OrderReport(deposit)
        report.isSeenBefore = true
        StandardStreams.print(report.json)
    }

    /// A line of a list.
    func print(listed deposit: Deposit) {
        StandardStreams.print(line(listed: deposit))
    }

    /// A line of a list: the freeze, release or consume.
    func print(listed order: DepositOrder) {
        StandardStreams.print(json ? OrderReport(order).json : words(order))
    }

    /// Returns a line of a list, for whoever prints it.
    func line(listed deposit: Deposit) -> String {
        json ? OrderReport(deposit).json : words(deposit)
    }

    func text(_ phrase: Phrase) -> String {
        phrase.text(in: session.language)
    }

    /// Number, outcome, amount, platform and time, parted by tabs so that `cut` can take them.
    private func words(_ deposit: Deposit) -> String {
        words(DepositOrder(deposit))
    }

    private func words(_ order: DepositOrder) -> String {
        var parts = [
            order.number.text, text(.headline(order)), order.fee.yuan, text(.platform(order.platform)),
            LocalTime.local.dayAndTime(order.startTime),
        ]
        if order.kind != .freeze { parts.append(text(.ofDeposit(order.deposit))) }
        if let closing = order.closing { parts.append(text(.closedBy(closing))) }
        if order.kind == .freeze, !order.deposit.laterOrders.isEmpty, let money = order.deposit.knownMoney {
            parts.append(text(.money(money)))
        }
        if let reference = order.deposit.reference { parts.append(reference.printable) }
        return parts.joined(separator: "\t")
    }
}
