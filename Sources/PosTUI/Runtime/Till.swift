import FoundationEssentials
import Glibc
import PayEngine

/// The till's screens, from taking the screen to giving it back.
enum Till {
    /// Runs until the clerk leaves or a signal ends it.
    ///
    /// Must be called on the main thread, while the terminal is held, and by a caller that is not async. `staff` is who
    /// works here, one of the configured; nil: who signs in, or the first listed where nobody has a PIN. `demoHint` are
    /// lines that tell which amounts make which outcome. `effects` is what the screens ask of the desk: it is cancelled
    /// when this returns, and the caller waits for its end.
    ///
    /// It throws ``TerminalError`` when there is no usable terminal and ``ThemeError`` when the theme's file is wrong:
    /// nothing was drawn and nothing sent. ``Phrase/cannotShow(_:)`` says both.
    static func run(
        configuration: TillConfiguration, desk: any Desk, effects: OwnedTasks, staff: StaffMember?,
        demoHint: [String] = []
    ) throws -> Ending {
        let environment = ProcessInfo.processInfo.environment
        let clock = SystemClock()
        let canDrawChinese = TerminalLocale.set()
        let finder = ThemeFinder(
            environment: environment, executable: executablePath,
            currentDirectory: FileManager.default.currentDirectoryPath)
        let found = try finder.find(configuration.till.theme)
        var settings = Settings(
            configuration: configuration,
            language: LanguageChoice.language(
                configured: configuration.till.language, environment: environment, canDrawChinese: canDrawChinese),
            clerk: nil, zone: .local, demoHint: demoHint)
        settings.journalBoot = SystemClock.journalBoot
        settings.qrGlyphs = QRGlyphs.available(isUTF8: canDrawChinese, terminal: environment["TERM"] ?? "")
        CrashGuard.keepWords(Phrase.descriptorsTaken.text(in: settings.language))
        let mailbox = try Mailbox()
        Signals.wake(mailbox.descriptor)
        defer { Signals.stopWaking() }
        let terminal = try Terminal(theme: found.theme)
        defer { terminal.close() }
        var state = State(
            settings: settings, size: terminal.size,
            now: Moment(clock))
        state.startWork(staff)
        if found.isFallback { state.note = .themeMissing(configuration.till.theme) }
        let program = Program(
            state: state, terminal: terminal, mailbox: mailbox,
            runner: EffectRunner(desk: desk, mailbox: mailbox, tasks: effects), clock: clock)
        return program.run()
    }

    private static var executablePath: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}

/// How the till's screens ended.
enum Ending: Equatable, Sendable {
    /// The clerk left.
    case quit
    /// A signal came, or the terminal went away (SIGHUP). The terminal was given back; nothing that was sent is lost.
    case signal(Int32)

    /// What the process says to its parent: 0, or 128 and the signal's number.
    var status: Int32 {
        switch self {
        case .quit: 0
        case .signal(let number): 128 + number
        }
    }
}
