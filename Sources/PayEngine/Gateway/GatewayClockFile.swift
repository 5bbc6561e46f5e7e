import Glibc

/// Where ``GatewayClock`` is kept over a restart: `gateway-clock.json` in the journal's folder, because one journal is
/// one till at one gateway. Not synced: what is lost is known again by the next ping.
struct GatewayClockFile: Sendable {
    private static let limit = 4096

    let path: String

    init(journalDirectory: String) {
        path = journalDirectory + "/gateway-clock.json"
    }

    /// Nil for what is not there or not what ``write(_:)`` wrote.
    func read() -> GatewayClock? {
        guard let bytes = try? ReadableFile(path: path, flags: O_NOFOLLOW | O_NONBLOCK).bytes(upTo: Self.limit),
            let clock = WireJSON.decode(GatewayClock.self, from: bytes), clock.isSound
        else { return nil }
        return clock
    }

    /// Replaces what was there at once; false when it can't.
    func write(_ clock: GatewayClock) -> Bool {
        let temporary = "\(path).\(getpid())"
        _ = unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        let bytes = WireJSON.encode(clock)
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count
        close(descriptor)
        guard isWritten, rename(temporary, path) == 0 else {
            _ = unlink(temporary)
            return false
        }
        return true
    }
}
