/// One line of the list of requests.
struct SeenRequest: Equatable, Sendable {
    /// 1 for the first request since the start.
    let ordinal: Int
    /// 1 for the first connection since the start.
    let connection: Int
    /// Unix seconds.
    let time: Int
    /// Method and path.
    let target: String
    /// Nil where no interface was meant, as when a redirect was followed.
    let note: BankNote?

    var json: BankJSON {
        var members: [BankJSON.Member] = [
            .init("ordinal", .number(ordinal)),
            .init("connection", .number(connection)),
            .init("time", .number(time)),
            .init("target", .text(target)),
        ]
        guard let note else { return .object(members) }
        members.append(.init("interface", .text(note.interface.rawValue)))
        if let number = note.number { members.append(.init("number", .text(number))) }
        if let release = note.release { members.append(.init("release", .text(release))) }
        if let deposit = note.deposit { members.append(.init("deposit", .text(deposit))) }
        if let code = note.contentCode { members.append(.init("content_code", .text(code))) }
        members.append(.init("made_order", .truth(note.madeOrder)))
        members.append(.init("faults", .array(note.faults.map { .text($0.rawValue) })))
        if let status = note.status { members.append(.init("status", .number(status))) }
        if let status = note.internalStatus { members.append(.init("internal_status", .number(status))) }
        if let description = note.description { members.append(.init("description", .text(description))) }
        return .object(members)
    }

    /// For the log.
    var line: String {
        let start = "#\(ordinal) connection \(connection) \(target)"
        guard let note else { return start + " refused" }
        var parts = [start]
        if let number = note.number { parts.append(number) }
        if let deposit = note.deposit { parts.append("of \(deposit)") }
        if let status = note.status { parts.append("status \(status)") }
        if let internalStatus = note.internalStatus, internalStatus != 0 { parts.append("(\(internalStatus))") }
        if let description = note.description, note.status != 0 { parts.append(description) }
        if note.madeOrder { parts.append("\(note.madeName) made") }
        parts += note.faults.map { "fault \($0.rawValue)" }
        return parts.joined(separator: " ")
    }
}
