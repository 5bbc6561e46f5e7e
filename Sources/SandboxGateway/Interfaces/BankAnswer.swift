/// The content of an answer before it is sealed.
struct BankAnswer: Equatable, Sendable {
    var status = 0
    var internalStatus = 0
    var description = "操作成功。"
    var isSigned = true
    /// The object named after the interface.
    var object: BankJSON?

    init(object: BankJSON) {
        self.object = object
    }

    init(_ refusal: BankRefusal) {
        status = refusal.status
        internalStatus = refusal.internalStatus
        description = refusal.description
        isSigned = refusal.isSigned
    }

    /// Makes it a 104, the object beside it.
    mutating func refuse() {
        status = BankRefusal.refused.status
        internalStatus = BankRefusal.refused.internalStatus
        description = BankRefusal.refused.description
    }

    /// Returns the content, its members in the order of the published examples.
    func content(objectName: String, logID: Int) -> BankJSON {
        var members: [BankJSON.Member] = [
            .init("status", .number(status)),
            .init("description", .text(Self.shortened(description))),
            .init("log_id", .number(logID)),
            .init("internal_status", .number(internalStatus)),
        ]
        if let object { members.append(.init(objectName, object)) }
        return .object(members)
    }

    /// Returns at most 255 bytes of a text, the published limit.
    private static func shortened(_ text: String) -> String {
        var text = text
        while text.utf8.count > 255 { text.removeLast() }
        return text
    }
}

/// One request as it came over HTTP.
struct BankRequest: Sendable {
    let interface: BankInterface
    /// The header `Content-Type`, if any.
    let contentType: String?
    let body: [UInt8]
}
