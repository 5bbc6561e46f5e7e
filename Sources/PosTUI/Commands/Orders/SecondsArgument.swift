import ArgumentParser

/// A time in seconds on the command line: `0`, `10`, `2.5`.
struct SecondsArgument: ExpressibleByArgument, Equatable {
    let duration: Duration

    init?(argument: String) {
        let parts = argument.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        let isNumber = (parts[0] + decimals).utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, parts[0].utf8.count <= 6, decimals.utf8.count <= 3, let seconds = Int(parts[0]) else {
            return nil
        }
        let milliseconds = Int(decimals + String(repeating: "0", count: 3 - decimals.utf8.count)) ?? 0
        duration = .seconds(seconds) + .milliseconds(milliseconds)
    }
}
