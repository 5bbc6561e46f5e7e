import PayEngine
import Persistence

/// Durable lines of the size of a freeze's intent, on the disk that is measured.
enum JournalRun {
    private static let intent = Array(
        """
        {"base":"https://127.0.0.1:40000","body":"押金","code":"13************6789",\
        "digest":"8f3c1e0a5d7b92468f3c1e0a5d7b92468f3c1e0a5d7b92468f3c1e0a5d7b9246","fee":1250,"platform":"wechat"}
        """.utf8)

    static func run(count: Int, directory: String) throws -> Figures {
        let clock = SystemClock()
        let journal = try Journal.open(directory: directory, till: "824") { _ in }
        var figures = Figures()
        for index in 0..<count {
            let start = clock.boottime
            _ = try journal.append(
                event: "freeze.intent", order: "sz010002cz\(1_000_000_000 + index)0042", fields: intent,
                needsRoom: true)
            figures.journal.append(clock.boottime - start)
        }
        return figures
    }
}
