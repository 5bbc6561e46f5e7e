/// Finds requests in the bytes of a connection.
///
/// Head and body are bounded: no client can fill the memory, or make the search for the end of a line long.
struct HTTPReader {
    enum Step: Equatable {
        case more
        /// The client waits for leave to send the body.
        case expectsLeave
        case request(HTTPRequest)
        /// The connection can not go on after this HTTP status.
        case refused(Int)
    }

    fileprivate struct Head {
        var method = ""
        var path = ""
        var contentType: String?
        var keepsAlive = true
        var length = 0
        var expectsLeave = false
        /// The HTTP status that refuses it.
        var refusal: Int?
    }

    static let mostHeadBytes = 65_536
    static let mostBodyBytes = 16 << 20

    private var bytes: [UInt8] = []
    /// How many were searched for the end of the head.
    private var searched = 0
    private var head: Head?

    mutating func append(_ more: [UInt8]) { bytes += more }

    /// Returns what the bytes so far come to.
    mutating func next() -> Step {
        if head == nil {
            // Such as a client that speaks TLS: it would wait for an answer as long as the sandbox for a line's end.
            if let first = bytes.first, !(0x41...0x5A).contains(first) { return .refused(400) }
            guard let end = endOfHead() else { return bytes.count > Self.mostHeadBytes ? .refused(431) : .more }
            guard end <= Self.mostHeadBytes else { return .refused(431) }
            var found = Self.head(of: bytes[..<end])
            bytes.removeFirst(end)
            searched = 0
            if let refusal = found.refusal { return .refused(refusal) }
            let expectsLeave = found.expectsLeave && bytes.isEmpty && found.length > 0
            found.expectsLeave = false
            head = found
            if expectsLeave { return .expectsLeave }
        }
        guard let head, bytes.count >= head.length else { return .more }
        let body = Array(bytes.prefix(head.length))
        bytes.removeFirst(head.length)
        self.head = nil
        return .request(
            HTTPRequest(
                method: head.method, path: head.path, contentType: head.contentType, keepsAlive: head.keepsAlive,
                body: body))
    }

    /// Returns how many bytes the head has with its empty line.
    private mutating func endOfHead() -> Int? {
        let mark: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        let start = max(0, searched - (mark.count - 1))
        let window = bytes[start..<min(bytes.count, Self.mostHeadBytes + 1)]
        searched = window.endIndex
        return window.firstRange(of: mark)?.upperBound
    }

    private static func head(of bytes: ArraySlice<UInt8>) -> Head {
        var head = Head()
        guard let text = String(validating: bytes, as: UTF8.self) else { return refused(400) }
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines[0].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard words.count == 3, !words[0].isEmpty, words[1].hasPrefix("/") else { return refused(400) }
        guard words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else { return refused(505) }
        head.method = words[0]
        head.path = String(words[1].prefix { $0 != "?" })
        head.keepsAlive = words[2] == "HTTP/1.1"
        var lengths: Set<String> = []
        for line in lines.dropFirst() where !line.isEmpty {
            guard let colon = line.firstIndex(of: ":") else { return refused(400) }
            let value = trimmed(line[line.index(after: colon)...])
            switch line[..<colon].lowercased() {
            case "content-length": lengths.insert(value)
            case "content-type": head.contentType = value
            case "transfer-encoding": return refused(501)
            case "expect": head.expectsLeave = value.lowercased() == "100-continue"
            case "connection": head.takeConnection(value.lowercased())
            default: break
            }
        }
        guard lengths.count <= 1, let length = Int(lengths.first ?? "0"), length >= 0 else { return refused(400) }
        guard length <= mostBodyBytes else { return refused(413) }
        head.length = length
        return head
    }

    private static func refused(_ status: Int) -> Head { Head(refusal: status) }

    private static func trimmed(_ text: Substring) -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        let rest = text.drop(while: isSpace)
        return String(rest.reversed().drop(while: isSpace).reversed())
    }
}

extension HTTPReader.Head {
    mutating func takeConnection(_ value: String) {
        if value.contains("close") { keepsAlive = false }
        if value.contains("keep-alive") { keepsAlive = true }
    }
}

/// One request as it came over the line.
struct HTTPRequest: Equatable, Sendable {
    let method: String
    /// Without a query.
    let path: String
    /// The header `Content-Type`, if any.
    let contentType: String?
    /// Whether the connection is to stay open after the answer.
    let keepsAlive: Bool
    let body: [UInt8]
}
