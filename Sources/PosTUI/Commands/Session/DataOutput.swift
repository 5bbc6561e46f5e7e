import Glibc
import PayEngine

/// Standard output for much data: gathered into few writes, and told when it can't be written.
final class DataOutput {
    /// Who read it has gone, or whoever runs it said stop: there is nobody to write for.
    struct Over: Error {}

    /// So much a pipe takes whole when `poll` calls it writable.
    private static let piece = 4096
    private static let gathered = 64 << 10
    private let session: EngineSession
    /// Asked while the reader does not read; nil when nothing but the reader ends the output.
    private let isOver: (() -> Bool)?
    private var buffer: [UInt8] = []
    /// Whether it is a terminal: texts from outside are made harmless then.
    private let isTerminal = isatty(STDOUT_FILENO) == 1

    init(session: EngineSession, isOver: (() -> Bool)? = nil) {
        self.session = session
        self.isOver = isOver
    }

    /// Adds a line.
    func print(_ line: String, end: String = "\n") throws {
        buffer += Array(line.utf8)
        buffer += Array(end.utf8)
        if buffer.count >= Self.gathered { try flush() }
    }

    /// Adds a line of the journal as the file has it.
    func print(raw line: RawSpan) throws {
        if isTerminal { return try print(line.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }.printable) }
        line.withUnsafeBytes { buffer.append(contentsOf: $0) }
        buffer.append(0x0a)
        if buffer.count >= Self.gathered { try flush() }
    }

    /// Writes all that was gathered.
    ///
    /// When it is over, what was begun is written up to the end of its line, unless the reader does not read any more.
    ///
    /// - Throws: ``Over``, or a status after a sentence.
    func flush() throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        var rest = buffer[...]
        var isAtLineEnd = true
        var patience = 20
        while !rest.isEmpty {
            var piece = rest
            if let isOver {
                var status = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
                let isReady = poll(&status, 1, 50) > 0
                piece = rest.prefix(Self.piece)
                if isOver() {
                    patience -= 1
                    if isAtLineEnd || patience < 0 { throw Over() }
                    if let end = piece.firstIndex(of: 0x0a) { piece = piece[...end] }
                }
                if !isReady { continue }
            }
            let count = try put(piece)
            guard count > 0 else { continue }
            isAtLineEnd = piece[piece.startIndex + count - 1] == 0x0a
            rest = rest.dropFirst(count)
        }
    }

    /// Returns how many of the bytes were written; 0 when it is to be tried again.
    private func put(_ bytes: ArraySlice<UInt8>) throws -> Int {
        let count = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
        if count >= 0 { return count }
        switch errno {
        case EINTR, EAGAIN: return 0
        case EPIPE: throw Over()
        case let number: throw session.refuse(.outputFailed(errno: number), .journal)
        }
    }

    /// Whether whoever read it has gone, as far as that can be seen without writing.
    var isAbandoned: Bool {
        var status = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return poll(&status, 1, 0) > 0 && Int32(status.revents) & (POLLERR | POLLHUP) != 0
    }
}
