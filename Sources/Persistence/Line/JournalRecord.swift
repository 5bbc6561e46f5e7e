/// One line of the journal, with the members that every line has.
public struct JournalRecord: Sendable, Equatable {
    /// The line's number, `n`: up by one from line to line, and the only order there is.
    public let number: Int64
    /// `e`: the event.
    public let event: String
    /// `o`: the name that the owner's events belong together by.
    public let order: String?
    /// `k`: further names to find it by.
    public let keys: [String]
    /// `t`: wall time in milliseconds since 1970.
    public let milliseconds: Int64
    /// `m`: nanoseconds since the boot that `boot` names.
    public let monotonic: Int64
    /// `b`: the boot.
    public let boot: String
    /// `h`: 32 hexadecimal digits.
    public let digest: String
    /// The whole line without its LF.
    ///
    /// The owner decodes its own fields from it.
    public let line: [UInt8]
}
