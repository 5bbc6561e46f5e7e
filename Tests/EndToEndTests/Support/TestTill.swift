import PayEngine
import TestSupport

@testable import SandboxGateway

/// A till in this process: a real journal in a folder of its own, the real transport, a real sandbox behind a loopback
/// socket, and one clock for both sides.
struct TestTill: Sendable {
    /// What a test wants otherwise than usual.
    struct Options: Sendable {
        var faults: [String] = []
        var saysAbsenceByState = false
        var endsInNewline = false
        /// Of the real exchange in seconds; short only where a hang is tested.
        var timeout = "60"
        var staff: [StaffMember] = []
        var passwordTurn = BankTurn.seconds(8)
        var scanTurn = BankTurn.seconds(8)
        /// Before the sandbox's own base.
        var basesBefore: [String] = []
        var basesAfter: [String] = []
    }

    let folder: TemporaryFolder
    let clock: TestClock
    let server: SandboxServer
    let witness: ArrivalWitness
    let configuration: TillConfiguration

    /// Runs a test's body on a till, then closes the sandbox.
    static func run(_ options: Options = Options(), body: (TestTill) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let clock = TestClock.startingNow()
        let witness = ArrivalWitness(journal: folder.file("journal"))
        var sandbox = SandboxConfiguration(key: try TestMerchant.key())
        sandbox.faults = try options.faults.map { try FaultRule($0) }
        // No test waits until WeChat Pay would take a release.
        try sandbox.rules.forms.add("time-end-back=60")
        sandbox.rules.saysAbsenceByState = options.saysAbsenceByState
        sandbox.rules.endsInNewline = options.endsInNewline
        sandbox.rules.passwordTurn = options.passwordTurn
        sandbox.rules.scanTurn = options.scanTurn
        sandbox.clock = SandboxClock(now: { Int(clock.now.seconds) }, pause: { clock.advance(by: $0) })
        sandbox.log = { witness.note($0) }
        let server = try SandboxServer(sandbox)
        let port = try await server.start()
        do {
            var file = TillFile(bases: options.basesBefore + ["http://127.0.0.1:\(port)"] + options.basesAfter)
            file.timeout = options.timeout
            file.staff = options.staff
            let configuration = try TillConfiguration.load(path: file.write(into: folder), environment: [:])
            try TillFile.knowGatewayClock(in: configuration.journalDirectory, clock: clock)
            try await body(
                TestTill(
                    folder: folder, clock: clock, server: server, witness: witness, configuration: configuration))
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    /// The desk over this till's journal, as a start of the program opens it.
    func desk(random: any RandomSource = SystemRandom()) throws -> PaymentDesk {
        try PaymentDesk.open(
            configuration: configuration, transport: CurlTransport(gateway: configuration.gateway), clock: clock,
            random: random, log: LogFile.logger("desk", configuration: configuration))
    }

    /// A request for a new code.
    func request(_ amount: Fen, _ platform: PayPlatform = .wechat, code: String? = nil) throws -> FreezeRequest {
        let code = code ?? TestMerchant.code(platform)
        return FreezeRequest(
            amount: amount, code: try AuthorCode(scanned: code, prefixes: CodePrefixes()),
            staffID: configuration.staff.first?.id)
    }

    func lines(of number: OrderNumber) throws -> [String] {
        try JournalLine.of(number.text, in: configuration.journalDirectory).map(\.description)
    }
}
