import Glibc

/// Measures spans of time, and tells what they were.
struct Stopwatch {
    private var nanoseconds: [Int64] = []

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    init(expecting count: Int = 1) {
        nanoseconds.reserveCapacity(count)
    }

    mutating func measure<Value>(_ body: () throws -> Value) rethrows -> Value {
        let start = Self.now()
        defer { nanoseconds.append(Self.now() - start) }
        return try body()
    }

    /// The members of a JSON object.
    var members: String {
        let sorted = nanoseconds.sorted()
        func quantile(_ share: Int) -> String {
            guard !sorted.isEmpty else { return "0" }
            let tenths = sorted[min(sorted.count - 1, sorted.count * share / 1000)] / 100
            return "\(tenths / 10).\(tenths % 10)"
        }
        return "\"count\":\(sorted.count),\"p50\":\(quantile(500)),\"p99\":\(quantile(990)),\"p999\":\(quantile(999)),"
            + "\"max\":\(quantile(1000))"
    }
}
