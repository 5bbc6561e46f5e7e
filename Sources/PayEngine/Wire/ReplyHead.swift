/// What every answer's content begins with.
struct ReplyHead: Decodable, Equatable {
    let verdict: GatewayVerdict
    /// `log_id`
    let logID: UInt32?

    enum CodingKeys: String, CodingKey {
        case status
        case internalStatus = "internal_status"
        case description
        case logID = "log_id"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        verdict = GatewayVerdict(
            status: try container.decode(Int.self, forKey: .status),
            internalStatus: container.number(.internalStatus),
            text: container.text(.description)?.asGatewayText())
        logID = container.number(.logID).flatMap { UInt32(exactly: $0) }
    }
}
