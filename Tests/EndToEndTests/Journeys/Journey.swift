import FoundationEssentials
import Glibc
import PayEngine
import Synchronization
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// The real till in a real terminal, against the sandbox as a process of its own.
final class Journey: Sendable {
    /// How long a screen may take to show what is waited for.
    static let patience = Duration.seconds(60)

    let folder: TemporaryFolder
    let gateway: GatewayProcess
    let tmux: Tmux
    private let options: JourneyOptions
    private let terminals = Mutex<[TillTerminal]>([])
    private let codes = Mutex<[String]>([])

    private init(_ folder: TemporaryFolder, _ gateway: GatewayProcess, _ tmux: Tmux, _ options: JourneyOptions) {
        self.folder = folder
        self.gateway = gateway
        self.tmux = tmux
        self.options = options
    }

    /// Runs a test's body, then looks for secrets in all that was drawn and kept, and for processes left behind.
    static func run(
        _ options: JourneyOptions = JourneyOptions(), body: (Journey) async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        let tmux = try Tmux(folder: folder)
        let gateway = try await GatewayProcess.start(in: folder, flags: options.gateway)
        let journey = Journey(folder, gateway, tmux, options)
        do {
            try journey.configure()
            try await body(journey)
            try await journey.checkForSecrets()
        } catch {
            await journey.end()
            throw error
        }
        await journey.end()
    }

    /// A code that was never used, which must not turn up anywhere.
    func code(_ platform: PayPlatform = .wechat) -> String {
        let code = TestMerchant.code(platform)
        codes.withLock { $0.append(code) }
        return code
    }

    /// Starts a till on a new terminal and waits for its first screen.
    ///
    /// Where somebody has a PIN it is opened as the first who has none, so that nobody needs to sign in.
    func openTill(environment: [String: String] = [:]) async throws -> TillTerminal {
        var arguments = ["run", "--config", folder.file("till.toml")]
        if options.staff.contains(where: { $0.pinHash != nil }),
            let clerk = options.staff.first(where: { $0.pinHash == nil })
        {
            arguments += ["--staff", clerk.id]
        }
        let terminal = try await open(arguments, environment: environment)
        try await terminal.shows(.homeShortcut)
        return terminal
    }

    /// Starts `postui` on a new terminal of 80 by 24.
    func open(
        _ arguments: [String], language: TillConfiguration.Language? = nil, environment: [String: String] = [:]
    ) async throws -> TillTerminal {
        let name = "t\(terminals.withLock { $0.count } + 1)"
        let terminal = TillTerminal(name: name, language: language ?? options.language, journey: self)
        let variables = ["TERM": "tmux-256color", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        let program = try ([Program.postui()] + arguments).map { "'\($0)'" }.joined(separator: " ")
        try folder.write(
            """
            \(variables.map { "export \($0)='\($1)'" }.joined(separator: "\n"))
            echo '\(TillTerminal.mark)'
            stty -a >'\(folder.file("\(name).before"))'
            \(program)
            status=$?
            stty -a >'\(folder.file("\(name).after"))'
            echo "\(TillTerminal.ending) $status"
            read -r line
            """, to: "\(name).sh")
        terminals.withLock { $0.append(terminal) }
        let written = folder.file("\(name).written")
        try await tmux.run([
            "new-session", "-d", "-x", "80", "-y", "24", "-s", name, "sh", folder.file("\(name).sh"), ";",
            "pipe-pane", "-t", name, "cat >>'\(written)'",
        ])
        return terminal
    }

    /// Lines of the journal about an order: `intent`, `frozen(held)`.
    func lines(of number: String) throws -> [String] {
        try JournalLine.of(number, in: folder.file("journal")).map(\.description)
    }

    /// The one order that the sandbox made.
    func onlyOrder() async throws -> BankJSON {
        let orders = try await gateway.orders()
        try #require(orders.count == 1, "exactly one order, not \(orders.map(\.written))")
        return orders[0]
    }

    // MARK: - Before and after

    private func configure() throws {
        var file = TillFile(bases: options.bases ?? [gateway.base])
        file.language = options.language.rawValue
        file.theme = options.theme
        file.polling = options.polling
        file.staff = options.staff
        file.deposit = options.deposit
        _ = try file.write(into: folder)
    }

    private func end() async {
        var processes: [pid_t] = []
        for terminal in terminals.withLock({ $0 }) {
            guard let shell = try? await terminal.shell() else { continue }
            processes += [shell] + ProcessTable.descendants(of: shell)
        }
        await tmux.end()
        let all = processes
        do {
            // The sandbox is last: it would wait for those that are still connected to it.
            try await Polling.until("every till ended", within: Self.patience) {
                !all.contains(where: ProcessTable.isRunning)
            }
            await gateway.end()
            try await Polling.until("every process ended", within: Self.patience) {
                ProcessTable.ids(holding: folder.path).isEmpty
            }
        } catch {
            Issue.record("processes were left behind: \(all.compactMap(ProcessTable.name))")
            for process in all + ProcessTable.ids(holding: folder.path) { kill(process, SIGKILL) }
        }
    }

    // MARK: - Secrets

    func checkForSecrets(_ bytes: WrittenBytes, _ place: String) throws {
        for secret in codes.withLock({ $0 }) + [TestMerchant.keyText] where bytes.holds(secret) {
            throw TillTerminal.Problem(description: "a secret is \(place)")
        }
    }

    /// The terminals with all that scrolled away, and every file, among them all that was ever written to a terminal.
    private func checkForSecrets() async throws {
        for terminal in terminals.withLock({ $0 }) {
            let capture = ["capture-pane", "-p", "-J", "-S", "-", "-t", terminal.name]
            for words in [capture, capture + ["-a", "-q"]] {
                try checkForSecrets(WrittenBytes(Array(try await tmux.run(words).utf8)), "in the terminal's memory")
            }
            let written = WrittenBytes(file: folder.file("\(terminal.name).written"))
            try checkForSecrets(written.withoutSequences, "among what was written to the terminal")
        }
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            // Where the key belongs; and the demo's sandbox remembers what it was sent, as any gateway does.
            guard !["authen.key", "sandbox.key"].contains(name), !name.hasSuffix("/demo/sandbox.json") else { continue }
            try checkForSecrets(WrittenBytes(file: folder.file(name)), "in \(name)")
        }
    }
}
