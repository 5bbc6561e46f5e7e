import Persistence

/// Finds in the journal what the ledger does not hold any more.
enum DeskMemory {
    /// The deposit of this number, from its lines; nil when there is none.
    static func deposit(_ number: OrderNumber, in journal: Journal) throws -> Deposit? {
        try ledger(of: number, in: journal)[number]
    }

    /// The ledger of the lines about that number.
    static func ledger(of number: OrderNumber, in journal: Journal) throws -> DepositLedger {
        var ledger = DepositLedger(makingUpDeposits: true)
        try journal.find(number.text) { record in
            if record.order == number.text { try ledger.apply(record) }
        }
        return ledger
    }

    /// Whether the number was ever given to an order or names one in another way.
    static func isTaken(_ number: OrderNumber, in journal: Journal) throws -> Bool {
        var isTaken = false
        try journal.find(number.text) { _ in isTaken = true }
        return isTaken
    }
}
