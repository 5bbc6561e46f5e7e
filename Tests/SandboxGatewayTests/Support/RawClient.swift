import Glibc

@testable import SandboxGateway

/// One TCP connection that shows how answers end.
///
/// No call blocks: the server under test shares the threads.
final class RawClient: Sendable {
    enum Ending: Equatable {
        /// A whole answer, by its Content-Length.
        case answer
        /// The connection ended before that.
        case closed
        case reset
        /// Nothing came within the time.
        case silence
    }

    struct Answer {
        var status: Int?
        var head = ""
        var body: [UInt8] = []
        var ending: Ending
    }

    struct Problem: Error {
        let call: String
        let number: Int32
    }

    private let file: Int32
    private let patience: Duration

    init(port: UInt16, patience: Duration = .seconds(20)) throws {
        self.patience = patience
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
        let done = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard done == 0 else { throw Problem(call: "connect", number: errno) }
    }

    deinit {
        close(file)
    }

    /// Says that nothing more will be sent.
    func closeHalf() {
        shutdown(file, Int32(SHUT_WR))
    }

    /// Sends a request and waits for what comes of it.
    func ask(_ method: String = "POST", _ path: String, _ body: [UInt8] = []) async throws -> Answer {
        try await post(method, path, body)
        return try await receive()
    }

    /// Sends a request and waits for nothing.
    func post(_ method: String = "POST", _ path: String, _ body: [UInt8]) async throws {
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Connection: keep-alive\r\nContent-Length: \(body.count)\r\n\r\n"
        try await send(Array(head.utf8) + body)
    }

    func send(_ bytes: [UInt8]) async throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(file, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count > 0 {
                sent += count
            } else if errno == EAGAIN {
                try await Task.sleep(for: .milliseconds(1))
            } else {
                throw Problem(call: "send", number: errno)
            }
        }
    }

    /// Waits for the next answer, or for the end of the connection.
    func receive() async throws -> Answer {
        let start = ContinuousClock.now
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var answer = Self.parsed(bytes)
            if answer.ending == .answer { return answer }
            let count = recv(file, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count > 0 {
                bytes += buffer[..<count]
            } else if count < 0, errno == EAGAIN {
                guard start.duration(to: .now) < patience else {
                    answer.ending = .silence
                    return answer
                }
                try await Task.sleep(for: .milliseconds(1))
            } else {
                if count < 0 { answer.ending = .reset }
                return answer
            }
        }
    }

    private static func parsed(_ bytes: [UInt8]) -> Answer {
        let mark = Array("\r\n\r\n".utf8)
        guard let start = bytes.firstRange(of: mark) else { return Answer(ending: .closed) }
        let head = String(decoding: bytes[..<start.lowerBound], as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        let length = lines.first { $0.lowercased().hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst("content-length:".count).drop { $0 == " " }) }
        let body = Array(bytes[start.upperBound...])
        return Answer(status: status, head: head, body: body, ending: body.count == length ? .answer : .closed)
    }
}
