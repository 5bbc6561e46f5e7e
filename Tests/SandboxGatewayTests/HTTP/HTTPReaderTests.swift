import Testing

@testable import SandboxGateway

struct HTTPReaderTests {
    private func read(_ text: String, by size: Int = .max) -> [HTTPReader.Step] {
        var reader = HTTPReader()
        var steps: [HTTPReader.Step] = []
        var rest = Array(text.utf8)[...]
        while true {
            switch reader.next() {
            case .more:
                if rest.isEmpty { return steps }
                reader.append(Array(rest.prefix(size)))
                rest = rest.dropFirst(size)
            case .refused(let status): return steps + [.refused(status)]
            case let step: steps.append(step)
            }
        }
    }

    private static let two =
        "POST /cpay/ping?x=1 HTTP/1.1\r\nHost: a\r\ncontent-length:  3 \r\nContent-Type:\tapplication/json\r\n\r\nabc"
        + "GET /sandbox/orders HTTP/1.1\r\nConnection: close\r\n\r\n"

    @Test(arguments: [1, 2, 3, 5, 7, 64, Int.max])
    func readsRequestsHoweverTheyAreCut(_ size: Int) {
        #expect(
            read(Self.two, by: size) == [
                .request(
                    HTTPRequest(
                        method: "POST", path: "/cpay/ping", contentType: "application/json", keepsAlive: true,
                        body: Array("abc".utf8))),
                .request(
                    HTTPRequest(
                        method: "GET", path: "/sandbox/orders", contentType: nil, keepsAlive: false, body: [])),
            ])
    }

    @Test(arguments: [
        ("\r\n\r\n", 400), ("\u{16}\u{3}\u{1}", 400), ("POST /x\r\n\r\n", 400), ("POST x HTTP/1.1\r\n\r\n", 400),
        ("POST /x HTTP/2\r\n\r\n", 505), ("POST /x HTTP/1.1\r\nnonsense\r\n\r\n", 400),
        ("POST /x HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        ("POST /x HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400),
        ("POST /x HTTP/1.1\r\nContent-Length: 16777217\r\n\r\n", 413),
        ("POST /x HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 501),
    ])
    func whatIsNoRequestIsRefused(_ text: String, _ status: Int) {
        #expect(read(text) == [.refused(status)])
    }

    @Test func theHeadIsBounded() {
        let start = "GET / HTTP/1.1\r\nA: "
        let room = HTTPReader.mostHeadBytes - start.utf8.count - 4
        #expect(read(start + String(repeating: "a", count: room) + "\r\n\r\n", by: 4096).count == 1)
        #expect(read(start + String(repeating: "a", count: room) + "\r\n\r\n").first != .refused(431))
        #expect(read(start + String(repeating: "a", count: room + 1) + "\r\n\r\n", by: 4096) == [.refused(431)])
        #expect(read(start + String(repeating: "a", count: room * 2), by: 4096) == [.refused(431)])
    }

    @Test func leaveIsGivenToABodyThatWaitsForIt() {
        let head = "POST / HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"
        #expect(read(head).first == .expectsLeave)
        #expect(read(head).count == 1)
        #expect(read(head + "a").count == 1)
    }
}
