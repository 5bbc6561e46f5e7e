/// One whole HTTP request as a ``TestServer`` read it.
struct TestRequest: Sendable, Equatable {
    /// Which connection it came by.
    let connection: Int
    /// Everything before the empty line.
    let head: String
    let body: [UInt8]

    var path: String {
        let words = head.split(separator: " ", maxSplits: 2)
        return words.count > 1 ? String(words[1]) : ""
    }

    /// The value of a header field.
    func field(_ name: String) -> String? {
        for line in head.split(separator: "\r\n").dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == name.lowercased() {
                return String(parts[1].drop { $0 == " " })
            }
        }
        return nil
    }
}
