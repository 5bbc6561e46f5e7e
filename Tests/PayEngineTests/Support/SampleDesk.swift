import Foundation
import Persistence
import Synchronization
import TestSupport

@testable import PayEngine

/// A desk on a journal of its own in a temporary folder, with a clock that runs by pausing and a scripted gateway.
final class SampleDesk: Sendable {
    /// What the gateway makes of a request: the content that it answers with, or what else becomes of the request.
    enum Reply: Sendable {
        case answer(SampleAnswer)
        case result(TransportResult)
    }

    typealias Script = @Sendable (SampleDesk.Call) async -> Reply

    /// One request as the script sees it.
    struct Call: Sendable {
        let interface: Interface
        let base: GatewayBase
        /// `out_freeze_no`, or `out_trade_no` where only that is told.
        let number: OrderNumber
        /// What was asked.
        let content: JSONValue
        /// How many requests to this interface came before it.
        let index: Int
        /// How many requests came before it.
        let total: Int
    }

    let directory: String
    let clock: TestClock
    let transport: ScriptedTransport
    let desk: PaymentDesk
    /// For scripts that do something with the desk while it waits for them.
    let late: DeferredDesk

    /// Opens a desk on a journal to go on with; nil: on a new one.
    init(
        directory: String? = nil, staff: [StaffMember] = [], partialRelease: Bool = false,
        late: DeferredDesk = DeferredDesk(), random: any RandomSource = SystemRandom(),
        configure: (inout TillConfiguration) -> Void = { _ in },
        script: @escaping Script,
        ping: @escaping @Sendable (TestClock) -> String = { "{\"status\":0,\"timestamp\":\($0.now.seconds)}" }
    ) throws {
        self.late = late
        let folder = try directory ?? Self.newFolder()
        self.directory = folder
        // Stamps of the journal are the machine's own: the clock starts there.
        clock = TestClock(uptime: SystemClock().boottime, now: SystemClock().now)
        let clock = clock
        let counts = Mutex<[String: Int]>([:])
        transport = ScriptedTransport { request, total in
            if request.interface == .ping {
                return .answered(status: 200, body: Array(ping(clock).utf8), localAddress: nil)
            }
            guard let interface = request.interface, let content = try? JSONValue(request.content) else {
                return .lost("no request")
            }
            let parts = ["freeze_content", "unfreeze_content", "pay_content"].compactMap { content[$0] } + [content]
            let names = parts.compactMap { $0["out_freeze_no"]?.text ?? $0["out_trade_no"]?.text }
            let name = names.first ?? ""
            guard let number = OrderNumber(name) else { return .lost("no number") }
            let index = counts.withLock { counts in
                counts[interface.rawValue, default: 0] += 1
                return counts[interface.rawValue, default: 1] - 1
            }
            let call = Call(
                interface: interface, base: request.base, number: number, content: content, index: index, total: total)
            switch await script(call) {
            case .answer(var answer):
                if answer.number == SampleTill.number.text { answer.number = number.text }
                return answer.result(of: interface)
            case .result(let result): return result
            }
        }
        var configuration = SampleTill.configuration(directory: folder, staff: staff)
        configuration.deposit.wechatPartialRelease = partialRelease
        configure(&configuration)
        desk = try PaymentDesk.open(
            configuration: configuration, transport: transport, clock: clock, random: random,
            log: SampleTill.silentLog)
        late.set(desk)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: directory)
    }

    /// Freezes and waits until the last word is told.
    func freeze(_ request: FreezeRequest = SampleDesk.request()) async -> [OrderProgress] {
        var told: [OrderProgress] = []
        for await progress in await desk.freeze(request) { told.append(progress) }
        return told
    }

    static func request(_ code: AuthorCode = SampleTill.wechatCode, wait: Duration? = nil) -> FreezeRequest {
        FreezeRequest(amount: SampleTill.fee, code: code, wait: wait)
    }

    /// The journal as it is on disk at this moment, for a till that starts after a crash.
    func crashed() throws -> String {
        let copy = try Self.newFolder()
        try FileManager.default.removeItem(atPath: copy)
        try FileManager.default.copyItem(atPath: directory, toPath: copy)
        return copy
    }

    /// The names of the durable events, without the journal's own.
    var events: [String] { get throws { try Self.events(in: directory) } }

    static func events(in directory: String) throws -> [String] {
        var events: [String] = []
        _ = try JournalReader.read(directory: directory) { record in
            if record.event != "segment" { events.append(record.event) }
        }
        return events
    }

    /// Every byte of every file of the journal.
    var everything: [UInt8] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: directory).flatMap { name in
                Array(try Data(contentsOf: URL(fileURLWithPath: directory).appendingPathComponent(name)))
            }
        }
    }

    static func newFolder() throws -> String {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url.path
    }
}

extension PaymentDesk {
    /// From now on nothing can be written, as on a disk that is gone.
    func loseJournal() {
        journal.close()
    }
}
