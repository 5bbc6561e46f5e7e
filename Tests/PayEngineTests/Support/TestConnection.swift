import Glibc

/// One accepted connection of a ``TestServer``; used by its own thread alone.
final class TestConnection: @unchecked Sendable {
    let index: Int
    private let descriptor: Int32
    private let note: @Sendable (TestRequest) -> Void
    private var buffer: [UInt8] = []
    private var isClosed = false

    init(descriptor: Int32, index: Int, note: @escaping @Sendable (TestRequest) -> Void) {
        self.descriptor = descriptor
        self.index = index
        self.note = note
    }

    /// The next whole request; nil when the other side has closed.
    func readRequest() -> TestRequest? {
        readHead().flatMap { readBody(of: $0) }
    }

    /// The rest of a request whose head was read; nil when the other side closes before its end.
    func readBody(of head: String) -> TestRequest? {
        let length = TestRequest(connection: index, head: head, body: []).field("Content-Length").flatMap { Int($0) }
        while buffer.count < length ?? 0 {
            guard fill() else { return nil }
        }
        let request = TestRequest(connection: index, head: head, body: Array(buffer.prefix(length ?? 0)))
        buffer.removeFirst(length ?? 0)
        note(request)
        return request
    }

    /// The head of the next request, without reading its body on purpose.
    func readHead() -> String? {
        let end = Array("\r\n\r\n".utf8)
        while true {
            if let index = buffer.indices.first(where: { buffer[$0...].starts(with: end) }) {
                let head = String(decoding: buffer[..<index], as: UTF8.self)
                buffer.removeFirst(index + end.count)
                return head
            }
            guard fill() else { return nil }
        }
    }

    /// Waits until something came, without taking it.
    func waitForByte() {
        var byte: UInt8 = 0
        _ = recv(descriptor, &byte, 1, Int32(MSG_PEEK))
    }

    /// Waits until the other side closes.
    func waitForEnd() {
        while fill() {}
    }

    func write(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// A whole answer.
    func answer(_ body: String, status: String = "200 OK", fields: String = "") {
        write("HTTP/1.1 \(status)\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)")
    }

    /// Closes with a reset instead of an orderly end.
    func reset() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        close()
    }

    func close() {
        guard !isClosed else { return }
        isClosed = true
        Glibc.close(descriptor)
    }

    private func fill() -> Bool {
        guard !isClosed else { return false }
        var chunk = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count > 0 else { return false }
        buffer += chunk.prefix(count)
        return true
    }
}
