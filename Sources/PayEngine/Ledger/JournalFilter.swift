/// Which orders of the journal are wanted; nil wants them all.
public struct JournalFilter: Equatable, Sendable {
    /// Intended at this moment or later.
    public var since: Timestamp?
    /// Intended before this moment.
    public var until: Timestamp?
    /// A part of the order's number, or of any other number that names it.
    public var number: String?
    /// Whether ``number`` may also be a part of the reference.
    ///
    /// Numbers are shown in groups, so its spaces count in the reference only.
    public var numberMayBeReference = false
    /// The clerk's.
    public var staffID: String?
    /// A part of the reference.
    public var reference: String?
    /// The amount that was asked for.
    public var fee: Fen?
    /// The latest state.
    public var state: OrderState?

    /// Makes a filter that lets every deposit pass.
    public init() {}

    /// Whether it wants all of them.
    var isEmpty: Bool { self == JournalFilter() }
}
