import Glibc
import PayEngine
import Synchronization

/// Tells on standard error how far a long start has come with the journal.
///
/// A short one says nothing.
final class StartProgress: Sendable {
    private struct State {
        var next: ContinuousClock.Instant
        /// The columns that the line on the terminal takes.
        var width = 0
    }

    /// A start that takes longer is seen to be at work.
    private static let patience = Duration.milliseconds(500)
    /// On a terminal one line changes; elsewhere each telling is a line of its own.
    private static let pauses = (terminal: Duration.milliseconds(100), file: Duration.seconds(10))

    private let language: TillConfiguration.Language
    private let isTerminal = isatty(STDERR_FILENO) == 1
    private let state = Mutex(State(next: ContinuousClock.now + patience))

    init(language: TillConfiguration.Language) {
        self.language = language
    }

    /// - Parameter percent: of the journal.
    func report(_ percent: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            guard now >= state.next else { return }
            let text = Phrase.readingJournal(percent: percent).text(in: language)
            guard isTerminal else {
                StandardStreams.tell(text)
                state.next = now + Self.pauses.file
                return
            }
            StandardStreams.rewriteLine(text)
            state.width = CellWidth.of(text)
            state.next = now + Self.pauses.terminal
        }
    }

    /// Takes the line away.
    func end() {
        state.withLock { state in
            guard state.width > 0 else { return }
            StandardStreams.rewriteLine(String(repeating: " ", count: state.width))
            StandardStreams.rewriteLine("")
            state.width = 0
        }
    }
}
