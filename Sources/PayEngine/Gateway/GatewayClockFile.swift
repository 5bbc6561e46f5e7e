import Glibc

/// The file that keeps ``GatewayClock`` over a restart: `gateway-clock.json` in the journal's folder.
///
/// One journal is one till at one gateway. Not synced: what is lost is known again by the next ping.
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
        let bytes = WireJSON.encode(clock)
        let temporary = "\(path).\(getpid())"
        return (try? AtomicFile.replace(path, with: bytes, by: temporary, isDurable: false)) != nil
    }
}
