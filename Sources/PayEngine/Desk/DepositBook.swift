import Persistence

/// All deposits of this till: the journal, replayed.
struct DepositBook: Sendable {
    /// A code scanned again within this time opens the earlier order.
    static let codeMemoryMilliseconds: Int64 = 24 * 60 * 60 * 1000

    private var deposits: [OrderNumber: Deposit] = [:]
    /// In the order of their intents.
    private(set) var numbers: [OrderNumber] = []
    private var open: Set<OrderNumber> = []
    private var byCodeDigest: [String: OrderNumber] = [:]
    /// Further names (release, trade and third-party numbers) to the order's number.
    private var byName: [String: OrderNumber] = [:]

    subscript(number: OrderNumber) -> Deposit? { deposits[number] }

    /// By its own number or by any other name that the journal knows it by.
    func deposit(named text: String) -> Deposit? {
        OrderNumber(text).flatMap { deposits[$0] } ?? byName[text].flatMap { deposits[$0] }
    }

    var all: [Deposit] { numbers.compactMap { deposits[$0] } }

    /// Oldest first.
    var openQuestions: [Deposit] {
        open.compactMap { deposits[$0] }.sorted { ($0.startTime, $0.number.text) < ($1.startTime, $1.number.text) }
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
        guard let event = try DepositEventCodec.decode(record) else { return }
        guard let number = record.order.flatMap({ OrderNumber($0) }) else {
            throw .unreadable(line: record.number, detail: "an event without an order's number")
        }
        for key in record.keys { byName[key] = number }
        take(event, of: number, record: record)
        open.remove(number)
        if let deposit = deposits[number], deposit.isOpen { open.insert(number) }
    }

    private mutating func take(_ event: DepositEvent, of number: OrderNumber, record: JournalRecord) {
        let time = Timestamp(milliseconds: record.milliseconds)
        let sending = Deposit.Sending(uptime: .nanoseconds(record.monotonic), boot: record.boot)
        switch event {
        case .intended(let intent):
            var deposit = Deposit(
                number: number, fee: intent.fee, platform: intent.platform, staffID: intent.staffID,
                maskedCode: intent.maskedCode, body: intent.body, remark: intent.remark,
                reference: intent.reference, startTime: time, base: intent.base)
            deposit.codeDigest = intent.codeDigest
            deposit.sending = sending
            if deposits.updateValue(deposit, forKey: number) == nil { numbers.append(number) }
            if !intent.codeDigest.isEmpty { byCodeDigest[intent.codeDigest] = number }
        case .sendingAgain:
            deposits[number]?.sending = sending
            deposits[number]?.wasSentAgain = true
        case .told(let telling):
            // The next base is about to get the bytes that the one before did not.
            if case .nextBase = telling.reason { deposits[number]?.sending = sending }
            deposits[number]?.take(telling, time: time, record: String(record.digest.prefix(16)))
        case .closed(let staffID, let reason):
            deposits[number]?.closing = Deposit.Closing(staffID: staffID, reason: reason, time: time)
        }
    }
}
