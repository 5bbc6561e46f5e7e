import Persistence

/// All deposits of this till: the journal, replayed.
struct DepositBook: Sendable {
    /// A code scanned again within this time opens the earlier order.
    static let codeMemoryMilliseconds: Int64 = 24 * 60 * 60 * 1000

    private var deposits: [OrderNumber: Deposit] = [:]
    /// In the order of their intents.
    private(set) var numbers: [OrderNumber] = []
    private var open: Set<OrderNumber> = []
    /// Releases' and consumes' own numbers to their deposits'.
    private var followUps: [OrderNumber: OrderNumber] = [:]
    /// Lines by which more would be consumed and released than was frozen: they don't count.
    private(set) var impossibleLines: [Int64] = []
    private var byCodeDigest: [String: OrderNumber] = [:]
    /// Further names (release, trade and third-party numbers) to the order's number.
    private var byName: [String: OrderNumber] = [:]

    subscript(number: OrderNumber) -> Deposit? { deposits[number] }

    /// By its own number or by any other name that the journal knows it by.
    func deposit(named text: String) -> Deposit? {
        OrderNumber(text).flatMap { deposits[$0] } ?? byName[text].flatMap { deposits[$0] }
    }

    var all: [Deposit] { numbers.compactMap { deposits[$0] } }

    /// The freeze, release or consume of this number.
    func order(_ number: OrderNumber) -> TillOrder? {
        if let deposit = deposits[number] { return TillOrder(deposit) }
        guard let deposit = followUps[number].flatMap({ deposits[$0] }),
            let followUp = deposit.followUps.first(where: { $0.number == number })
        else { return nil }
        return TillOrder(deposit, followUp: followUp)
    }

    /// Whether a number was ever given to an order.
    func isTaken(_ number: OrderNumber) -> Bool { deposits[number] != nil || followUps[number] != nil }

    /// Oldest first.
    var openQuestions: [TillOrder] {
        open.compactMap { order($0) }.sorted { ($0.startTime, $0.number.text) < ($1.startTime, $1.number.text) }
    }

    /// What is frozen now, oldest first.
    var held: [Deposit] {
        all.filter { $0.outcome == .frozen && !$0.isFromElsewhere }
            .sorted { ($0.startTime, $0.number.text) < ($1.startTime, $1.number.text) }
    }

    /// Orders that the platform did not know for long enough, and that may turn up all the same.
    func refusedByAbsence(since moment: Timestamp) -> [TillOrder] {
        all.flatMap { deposit in [TillOrder(deposit)] + deposit.followUps.map { TillOrder(deposit, followUp: $0) } }
            .filter { $0.isRefusedByAbsence && $0.changeTime > moment }
    }

    /// The latest order made with this code within a day before the moment, unless it was surely not sent.
    func depositWithCode(digest: String, before moment: Timestamp) -> Deposit? {
        guard let deposit = byCodeDigest[digest].flatMap({ deposits[$0] }), deposit.outcome != .notSent else {
            return nil
        }
        // A clock that was set back makes the age negative: then the earlier order counts as recent.
        let age = moment.milliseconds - deposit.startTime.milliseconds
        return age < Self.codeMemoryMilliseconds ? deposit : nil
    }

    /// Takes a durable line in.
    mutating func take(_ record: JournalRecord) throws(DepositBookError) {
        guard let event = try decoded(record) else { return }
        guard let number = record.order.flatMap({ OrderNumber($0) }) else {
            throw .unreadable(line: record.number, detail: "an event without an order's number")
        }
        for key in record.keys { byName[key] = number }
        take(event, of: number, record: record)
        note(number)
    }

    /// Nil for what is none of the book's, or breaks its sums.
    private mutating func decoded(_ record: JournalRecord) throws(DepositBookError) -> DepositEvent? {
        do throws(LineFault) {
            return try DepositEventCodec.decode(record)
        } catch {
            switch error {
            case .unreadable(let line, let detail): throw .unreadable(line: line, detail: detail)
            case .impossible(let line):
                impossibleLines.append(line)
                return nil
            }
        }
    }

    private mutating func note(_ number: OrderNumber) {
        guard let deposit = deposits[number] else { return }
        if deposit.isOpen { open.insert(number) } else { open.remove(number) }
        for followUp in deposit.followUps {
            if followUp.isOpen { open.insert(followUp.number) } else { open.remove(followUp.number) }
        }
    }

    private mutating func take(_ event: DepositEvent, of number: OrderNumber, record: JournalRecord) {
        let time = Timestamp(milliseconds: record.milliseconds)
        let sending = Deposit.Sending(uptime: .nanoseconds(record.monotonic), boot: record.boot)
        let digest = String(record.digest.prefix(16))
        switch event {
        case .intended(let intent):
            var deposit = Deposit(intent, number: number, startTime: time)
            deposit.sending = sending
            if deposits.updateValue(deposit, forKey: number) == nil { numbers.append(number) }
            if !intent.codeDigest.isEmpty { byCodeDigest[intent.codeDigest] = number }
        case .sendingAgain:
            deposits[number]?.sending = sending
            deposits[number]?.wasSentAgain = true
        case .told(let telling):
            // The next base is about to get the bytes that the one before did not.
            if case .nextBase = telling.reason { deposits[number]?.sending = sending }
            deposits[number]?.take(telling, time: time, record: digest)
        case .followUp(let event):
            if case .intended(let intent) = event.step {
                followUps[event.number] = number
                if deposits[number] == nil {
                    deposits[number] = Deposit(elsewhere: intent, number: number, time: time)
                    numbers.append(number)
                }
            }
            if deposits[number]?.take(event, time: time, sending: sending, record: digest) == false {
                impossibleLines.append(record.number)
            }
        case .closed(let staffID, let reason, let followUp):
            deposits[number]?.close(Deposit.Closing(staffID: staffID, reason: reason, time: time), followUp: followUp)
        }
    }
}
