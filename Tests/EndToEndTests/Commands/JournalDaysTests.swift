import FoundationEssentials
import PayEngine
import Testing

@testable import Persistence

/// The days of `--since` and `--until` are those of the till's place, also where clocks are put forward or back.
struct JournalDaysTests {
    /// One moment for each line.
    private final class Stamps: StampSource {
        private var times: [Int64]

        init(_ times: [Int64]) { self.times = times }
        func stamp() -> Stamp {
            Stamp(milliseconds: (times.count > 1 ? times.removeFirst() : times[0]) * 1000, monotonic: 0, boot: "b")
        }
        func generation() -> String { "8b1c6a0e-6f0e-4a53-9f0f-3c1d2b7a9e44" }
    }

    /// Orders that were intended at these moments (Unix seconds), each named after its place in the list.
    private static func write(_ times: [Int64], to till: CommandTill) throws {
        let journal = try Journal.open(
            DiskFolder.prepared(till.journal), stamps: Stamps([times[0]] + times), till: "824",
            lock: JournalLock.acquire(in: DiskFolder.prepared(till.journal), waiting: .zero)
        ) { _ in }
        for index in times.indices {
            try journal.append(
                event: "freeze.intent", order: "A\(index)",
                fields: Array(#"{"base":"b","body":"","code":"","digest":"","fee":1,"platform":"wechat"}"#.utf8))
        }
        journal.close()
    }

    private static func listed(_ till: CommandTill, _ zone: String, _ since: String, _ until: String) async throws
        -> [String]
    {
        let end = try await till.end(
            of: till.start(["journal", "list", "--since", since, "--until", until], environment: ["TZ": zone]))
        #expect(end.status == 0, "\(end.errors)")
        return end.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    }

    @Test func daysAreThoseOfTheTillsZone() async throws {
        try await CommandTill.run { till in
            // 2026-11-20T15:59:59Z, T16:00:00Z, 2026-11-21T15:59:59Z, T16:00:00Z
            try Self.write([1_795_190_399, 1_795_190_400, 1_795_276_799, 1_795_276_800], to: till)
            #expect(try await Self.listed(till, "CST-8", "2026-11-21", "2026-11-21") == ["A1", "A2"])
            #expect(try await Self.listed(till, "UTC0", "2026-11-21", "2026-11-21") == ["A2", "A3"])
            #expect(try await Self.listed(till, "CST-8", "2026-11-22", "2026-12-31") == ["A3"])
            #expect(try await Self.listed(till, "CST-8", "2026-11-22", "2026-11-21") == [])
        }
    }

    /// In New York 2026-03-08 has 23 hours and 2026-11-01 has 25.
    @Test func shortAndLongDays() async throws {
        try await CommandTill.run { till in
            let zone = "EST5EDT,M3.2.0,M11.1.0"
            // The first and last seconds of both days, and the seconds around them.
            let short: Int64 = 1_772_946_000
            let long: Int64 = 1_793_505_600
            let times = [
                short - 1, short, short + 23 * 3600 - 1, short + 23 * 3600, long - 1, long, long + 25 * 3600 - 1,
                long + 25 * 3600,
            ]
            try Self.write(times, to: till)
            #expect(try await Self.listed(till, zone, "2026-03-08", "2026-03-08") == ["A1", "A2"])
            #expect(try await Self.listed(till, zone, "2026-11-01", "2026-11-01") == ["A5", "A6"])
        }
    }

    /// A place where clocks are put forward at midnight, so that the day begins at one.
    @Test func aDayWithoutMidnight() async throws {
        try await CommandTill.run { till in
            let zone = "AAA3BBB,M10.3.0/0,M2.3.0/0"
            // 2026-10-18T03:00:00Z is 01:00 there, a second before it is 23:59:59 of the 17th.
            let start: Int64 = 1_792_292_400
            try Self.write([start - 1, start, start + 23 * 3600 - 1, start + 23 * 3600], to: till)
            #expect(try await Self.listed(till, zone, "2026-10-18", "2026-10-18") == ["A1", "A2"])
            #expect(try await Self.listed(till, zone, "2026-10-17", "2026-10-17") == ["A0"])
        }
    }
}
