/// What every answer's content begins with.
struct ReplyHead: WireReadable, Equatable {
    let verdict: GatewayVerdict
    /// `log_id` on the wire.
    let logID: UInt32?

    enum CodingKeys: String, CodingKey {
        case status
        case internalStatus = "internal_status"
        case description
        case logID = "log_id"
    }

    /// Reads the head of an answer.
    ///
    /// - Throws: without a status; of a refusal without a readable `internal_status`, which may say that the number was
    ///   used before.
    init(from object: WireObject) throws(InvalidAnswer) {
        let members = object.keyed(by: CodingKeys.self)
        guard let status = members.number(.status) else { throw .notJSON }
        verdict = GatewayVerdict(
            status: status,
            internalStatus: status == 104 ? try members.whole(.internalStatus) : members.number(.internalStatus),
            text: members.text(.description)?.asGatewayText())
        logID = members.number(.logID, within: Int(UInt32.max)).flatMap { UInt32(exactly: $0) }
    }

    /// Returns of an answer what belongs to its head.
    static func members(of object: WireObject) -> WireObject {
        WireObject(members: object.members.filter { member in CodingKeys(rawValue: member.name) != nil })
    }

    /// Returns the object that bears the interface's name.
    static func object<Object: WireReadable>(
        _ type: Object.Type, of interface: Interface, in content: WireObject
    ) throws(InvalidAnswer) -> Object? {
        guard let value = content[interface.objectName] else { return nil }
        guard case .object(let object) = value else { throw .unreadableField }
        return try Object(from: object)
    }
}
