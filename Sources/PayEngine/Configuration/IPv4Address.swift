/// Four numbers of 0 to 255 with points between them (`spbill_create_ip`).
struct IPv4Address: Equatable {
    let text: String

    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isAddress =
            parts.count == 4
            && parts.allSatisfy { part in
                // Written back to compare: no signs, no leading zeros, which some programs take for octal.
                UInt8(part).map { String($0) == part } ?? false
            }
        guard isAddress else { return nil }
        self.text = text
    }
}
