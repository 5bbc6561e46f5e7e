import FoundationEssentials
import Glibc
import PayEngine

/// The sandbox of the demo: a process of its own that ends with the till.
struct DemoSandbox {
    let port: UInt16
    private let process: ChildProcess
    private let program: String

    init(folder: DemoFolder) throws(DemoFailure) {
        program = Self.programPath
        guard access(program, X_OK) == 0 else { throw .noSandbox(path: program) }
        let wanted = folder.lastPort ?? 0
        // Somebody else may have taken the port meanwhile.
        var started = try Self.start(program, folder, port: wanted)
        if started == nil { started = try Self.start(program, folder, port: 0) }
        guard let started else { throw .sandboxEnded(log: folder.sandboxLog) }
        (process, port) = started
    }

    func end() {
        process.end()
    }

    /// Which amounts make which outcome, as the sandbox itself lists them.
    func hint(_ language: TillConfiguration.Language) -> [String] {
        struct Row: Decodable {
            let amount: String
            let fault: String
            let en: String
            let zh: String
        }
        let shown = ["password", "stopped", "status-104", "lost", "history"]
        guard
            let listing = try? ChildProcess(path: program, arguments: ["--list-amounts", "--json"]),
            let rows = try? JSONDecoder().decode([Row].self, from: Data(listing.wholeOutput()))
        else { return [] }
        return shown.compactMap { fault in
            rows.first { $0.fault == fault }.map { row in
                "\(row.amount) \(language == .chinese ? row.zh : row.en)"
            }
        }
    }

    private static func start(
        _ program: String, _ folder: DemoFolder, port: UInt16
    ) throws(DemoFailure) -> (ChildProcess, UInt16)? {
        let arguments = [
            "--port", "\(port)", "--key-file", folder.keyFile, "--state-file", folder.stateFile, "--exit-with-parent",
        ]
        let child: ChildProcess
        do {
            child = try ChildProcess(path: program, arguments: arguments, errors: folder.sandboxLog)
        } catch {
            throw .sandboxEnded(log: folder.sandboxLog)
        }
        // "listening on http://127.0.0.1:PORT"
        guard let line = child.firstLine(), let number = line.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            child.end()
            return nil
        }
        return (child, number)
    }

    /// `cpay-sandbox` stands beside this program.
    private static var programPath: String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return folder + "/cpay-sandbox"
    }
}
