import Persistence

/// The journal's deposits, read beside a running till: takes no lock and writes nothing.
public struct DepositArchive: Sendable {
    private let book: DepositBook
    private let directory: String

    /// - Throws: ``DeskError``
    public init(directory: String) throws(DeskError) {
        var book = DepositBook()
        do {
            _ = try JournalReader.read(directory: directory) { try book.take($0) }
        } catch {
            throw DeskError(error)
        }
        self.book = book
        self.directory = directory
    }

    /// All deposits, in the order of their intents.
    public var deposits: [Deposit] { book.all }

    /// The orders nobody knows the outcome of, oldest first.
    public var openQuestions: [TillOrder] { book.openQuestions }

    /// By its own number or any other name the journal knows.
    public func deposit(named text: String) -> Deposit? { book.deposit(named: text) }

    /// Looks an order up at the gateway, beside what the journal knows.
    public func lookUp(
        _ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?, configuration: TillConfiguration,
        gateway: Gateway, random: any RandomSource = SystemRandom()
    ) async throws(DeskError) -> LookUp {
        let inquiry = Inquiry(configuration: configuration, gateway: gateway, random: random)
        let local = book.deposit(named: number.text)
        let story = try Self.story(of: local?.number, directory: directory)
        return await inquiry.lookUp(
            number, releaseNumber: releaseNumber, platform: platform, local: local, story: story
        ).lookUp
    }

    /// The journal's lines about one order, oldest first.
    static func story(of number: OrderNumber?, directory: String) throws(DeskError) -> [LookUp.Line] {
        guard let number else { return [] }
        var lines: [LookUp.Line] = []
        do {
            try JournalReader.find(number.text, directory: directory) { record in
                lines.append(try line(record))
            }
        } catch {
            throw DeskError(error)
        }
        return lines
    }

    private static func line(_ record: JournalRecord) throws -> LookUp.Line {
        var line = LookUp.Line(time: Timestamp(milliseconds: record.milliseconds), event: record.event)
        if case .told(let telling) = try DepositEventCodec.decode(record) {
            line.outcome = telling.outcome
            line.reason = telling.reason
        }
        return line
    }
}
