/// What goes back, and how.
struct BankReply: Equatable, Sendable {
    var httpStatus = 200
    var contentType = "application/json"
    /// The header `Location` of a redirect.
    var location: String?
    var body: [UInt8]
    var fate = DeliveryFault.pass
    var note: BankNote

    init(body: [UInt8], note: BankNote) {
        self.body = body
        self.note = note
    }
}
