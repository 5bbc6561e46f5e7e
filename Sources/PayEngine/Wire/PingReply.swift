/// The answer to `ping`, which has no envelope and no code: it decides nothing.
struct PingReply: WireReadable {
    let status: Int
    /// The gateway's clock in Unix seconds.
    let timestamp: Int64?

    enum CodingKeys: String, CodingKey {
        case status, timestamp
    }

    init(from object: WireObject) throws(InvalidAnswer) {
        let members = object.keyed(by: CodingKeys.self)
        guard let status = members.number(.status) else { throw .notJSON }
        self.status = status
        timestamp = members.number(.timestamp, within: 253_402_300_799).map { Int64($0) }
    }
}
