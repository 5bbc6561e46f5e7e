/// The answer to `ping`, which has no envelope and no code: it decides nothing.
struct PingReply: Decodable {
    let status: Int
    /// The gateway's clock in Unix seconds.
    let timestamp: Int64?
}
