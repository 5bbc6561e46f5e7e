import PayEngine

/// Prints orders to standard output: a line of words for people, or JSON.
struct OrderPrinter {
    let session: EngineSession
    let json: Bool

    /// An order that was just frozen, or tried to.
    func print(frozen deposit: Deposit) {
        let words = text(.reason(deposit.reason))
        StandardStreams.tell(words)
        guard json else {
            printWords(deposit)
            return
        }
        var report = OrderReport(frozen: deposit)
        if deposit.outcome == .notSent { report.error = words }
        StandardStreams.print(report.json)
    }

    /// A line of a list.
    func print(listed deposit: Deposit) {
        if json {
            StandardStreams.print(OrderReport(deposit).json)
        } else {
            printWords(deposit)
        }
    }

    func text(_ phrase: Phrase) -> String {
        phrase.text(in: session.language)
    }

    /// Number, outcome, amount, platform and time, parted by tabs so that `cut` can take them.
    private func printWords(_ deposit: Deposit) {
        var parts = [
            deposit.number.text, text(.headline(deposit.outcome)), deposit.fee.yuan,
            text(.platform(deposit.platform)), TimeZone.local.dayAndTime(deposit.startTime),
        ]
        if let closing = deposit.closing { parts.append(text(.closedBy(closing))) }
        if let reference = deposit.reference { parts.append(reference.printable) }
        StandardStreams.print(parts.joined(separator: "\t"))
    }
}
