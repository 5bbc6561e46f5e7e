import Testing

/// Waits until something is so: asks every few milliseconds, up to a deadline.
enum Polling {
    struct TimeOut: Error, CustomStringConvertible {
        let description: String
    }

    static func until(
        _ what: String, within limit: Duration = .seconds(60), _ isSo: () async throws -> Bool
    ) async throws {
        let end = ContinuousClock.now + limit
        while try await !isSo() {
            guard ContinuousClock.now < end else { throw TimeOut(description: "still not so: \(what)") }
            try await Task.sleep(for: .milliseconds(3))
        }
    }
}
