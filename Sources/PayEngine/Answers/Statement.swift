/// What a believable answer says: the gateway's verdict, and what it was asked about where the answer holds it.
struct Statement<Subject: Equatable & Sendable>: Equatable, Sendable {
    let verdict: GatewayVerdict
    var subject: Subject?

    init(_ verdict: GatewayVerdict, _ subject: Subject?) {
        self.verdict = verdict
        self.subject = subject
    }
}
