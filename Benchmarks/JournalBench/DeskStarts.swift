import Glibc
import Logging
import PayEngine
import Persistence

/// The engine's own ways through a whole journal: a writer's start, the list of open orders, the statistics.
enum DeskStarts {
    /// Sends nothing.
    private struct NoTransport: Transport {
        func post(_ body: SecretBytes, to path: String, at base: GatewayBase) async -> TransportResult {
            .notConnected("a benchmark")
        }
    }

    /// Measures a writer's start with the checkpoint that is there.
    static func start(_ folder: String) async throws -> String {
        var watch = Stopwatch()
        let desk = try watch.measure { try open(folder) }
        let members = "\(watch.members),\"anonymous\":\(anonymousKiB)"
        return "{\(members),\"open\":\(await desk.openQuestions().count),\"held\":\(await desk.heldDeposits().count)}"
    }

    /// Measures the start without the checkpoint.
    ///
    /// It is there again afterwards.
    static func replay(_ folder: String) async throws -> String {
        let (kept, aside) = ("\(folder)/checkpoint", "\(folder)/checkpoint.aside")
        guard rename(kept, aside) == 0 else { throw BenchError.wrong("no checkpoint to put aside") }
        defer { rename(aside, kept) }
        return try await start(folder)
    }

    static func unresolved(_ folder: String) throws -> String {
        var watch = Stopwatch()
        let found = try watch.measure { try DepositArchive(directory: folder).openOrders().orders.count }
        guard found == MadeUpOrder.unresolved else { throw BenchError.wrong("\(found) orders are open") }
        return "{\(watch.members),\"anonymous\":\(anonymousKiB)}"
    }

    static func statistics(_ folder: String) throws -> String {
        var watch = Stopwatch()
        let found = try watch.measure { try JournalStatistics(directory: folder) }
        guard found.open == MadeUpOrder.unresolved else { throw BenchError.wrong("\(found.open) orders are open") }
        return
            "{\(watch.members),\"anonymous\":\(anonymousKiB),\"orders\":\(found.orders),\"lines\":\(found.check.lines)}"
    }

    static func open(_ folder: String) throws -> PaymentDesk {
        let configuration = try TillConfiguration.load(path: try configure(folder), environment: [:])
        return try PaymentDesk.open(
            configuration: configuration, transport: NoTransport(),
            log: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
    }

    /// Writes a till's configuration beside the journal.
    private static func configure(_ folder: String) throws -> String {
        let place = folder + ".till"
        mkdir(place, 0o700)
        try write("696FF05FA7CE76664211A47CD788CC30\n", to: "\(place)/authen.key")
        let path = "\(place)/till.toml"
        try write(
            """
            [till]
            device_id = "824"
            machine_no = "00-05-9a-3c-7a-00"
            order_prefix = "sz010002cz"
            [merchant]
            out_mch_id = "sz01lXKA6DKGjNzr2l4B"
            out_sub_mch_id = "sz01KzuCUOmw8yjtPite"
            out_shop_id = "sz011biKxOguirmBqiFR"
            authen_key_file = "authen.key"
            [gateway]
            bases = ["https://pay.qcloud.com"]
            [journal]
            directory = "\(folder)"
            [log]
            file = "postui.log"

            """, to: path)
        return path
    }

    private static func write(_ text: String, to path: String) throws {
        unlink(path)
        guard let file = fopen(path, "wx") else { throw BenchError.wrong("\(path): error \(errno)") }
        defer { fclose(file) }
        fchmod(fileno(file), 0o600)
        fputs(text, file)
    }

    /// The most memory of this process that no file is behind.
    private static var anonymousKiB: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        guard let file = fopen("/proc/self/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split { $0 == "\t" || $0 == " " }
            if words.first == "RssFile:", words.count > 1, let mapped = Int(words[1]) {
                return usage.ru_maxrss - mapped
            }
        }
        return 0
    }
}
