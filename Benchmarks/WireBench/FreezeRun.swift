import Glibc
import PayEngine

/// One deposit after another through the real desk, journal and transport, with the clock in hand.
struct FreezeRun {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    let desk: PaymentDesk
    let configuration: TillConfiguration
    let watch: LastByteProbe
    let clock = SystemClock()

    /// Freezes deposits one after another and measures each.
    ///
    /// Payment codes are numbered from `first`, since no code may be used twice; `pause` lies between two deposits.
    func run(count: Int, first: Int, pause: Duration) async throws -> Figures {
        guard case .up = await desk.health() else { throw Problem(description: "the gateway does not answer") }
        var figures = Figures()
        let processorBefore = Self.processorTime
        for index in 0..<count {
            if pause > .zero { try await clock.pause(for: pause) }
            let digits = String(first + index)
            let text = "13" + String(repeating: "0", count: max(0, 16 - digits.count)) + digits
            let code = try AuthorCode(scanned: text, prefixes: configuration.codes)
            let request = FreezeRequest(amount: Fen(1250), code: code)
            watch.reset()
            let start = clock.boottime
            var last: OrderProgress?
            for await progress in await desk.freeze(request) { last = progress }
            guard case .settled(let order) = last, order.outcome == .done, let sent = watch.sentAt else {
                throw Problem(description: "not frozen: \(String(describing: last))")
            }
            figures.sent.append(sent - start)
            figures.told.append(clock.boottime - start)
        }
        figures.processor = Self.processorTime - processorBefore
        return figures
    }

    /// User and system time of this process.
    private static var processorTime: Duration {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return duration(usage.ru_utime) + duration(usage.ru_stime)
    }

    private static func duration(_ time: timeval) -> Duration {
        .seconds(Int64(time.tv_sec)) + .microseconds(Int64(time.tv_usec))
    }
}
