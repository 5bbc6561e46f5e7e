/// Why a file does not give a ``GoodsDetail``.
///
/// Members are named by their path: `goods_detail[2].price`.
public enum GoodsDetailError: Error, Equatable, Sendable {
    /// It can't be opened or read; `errno` as the kernel gave it.
    case unreadable(code: Int32)
    case fileTooLarge
    case notJSON
    /// The protocol has no such member.
    case unknown(member: String)
    /// A member is missing, of another kind than the protocol's, empty or out of its range.
    case unfit(member: String)
    /// In bytes of UTF-8.
    case tooLong(member: String, limit: Int, found: Int)
}
