/// Why an order was not even tried.
///
/// None was made; nothing was sent.
public enum OrderRejection: Error, Equatable, Sendable {
    /// Zero, or less.
    case amountIsZero
    /// Above `[deposit] maximum`.
    case aboveMaximum(Fen)
    /// Not a listed staff ID.
    case unknownStaff(String)
    /// Nobody's word was taken for it: a release needs a supervisor's.
    case approval(ApprovalRefusal)
    /// A field is longer than the protocol allows, counted in bytes of UTF-8.
    case fieldTooLong(name: String, limit: Int, found: Int)
    /// A text that people typed holds a payment code, which must be neither kept nor sent.
    case holdsPaymentCode(field: String)
    /// A field was asked for that this platform does not take with such an order.
    case notOnPlatform(field: String, PayPlatform)
    /// The clerk took it back before it was made (``Withdrawal``).
    case withdrawn
    /// This till's journal does not know the deposit, and no platform was named.
    case platformNeeded
    /// The gateway knows no such deposit.
    case noSuchDeposit
    /// The gateway refused to tell of it; its description says why.
    case refusedToTell(GatewayVerdict)
    /// This till has no such deposit, and it can be no deposit's number: no gateway was asked.
    case wrongNumber
    /// No gateway could be reached.
    case gatewayDown(String)
    /// No ping was answered, so that nobody can say until when a code may be scanned.
    case gatewayClockUnknown
    /// The gateway gave no answer that can be believed; try again.
    case undecided(Reason)
    /// Nothing is frozen there.
    case notHeld(Outcome)
    /// A release or a consume of it has no known outcome yet, and a second one could take the money twice.
    case otherIsOpen(DepositOrder)
    case aboveLeft(left: Fen)
    /// WeChat Pay releases the whole deposit, unless `[deposit] wechat_partial_release` says otherwise.
    case onlyWhole(left: Fen)
    /// WeChat Pay cannot leave the rest frozen.
    case cannotKeepRest
    /// The system gives no random bytes, which an order's number and its request are made of.
    case noRandomBytes
    /// The journal could not take the intent. The text names the trouble for engineers.
    case journal(String)
    /// The journal's files are not any more those that the till opened: what is written there nobody would find.
    case journalMoved(MovedFile)
}
