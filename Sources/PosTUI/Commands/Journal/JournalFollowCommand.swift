import ArgumentParser
import PayEngine
import Synchronization

/// The command `postui journal follow`.
struct JournalFollowCommand: AsyncParsableCommand {
    /// Set by a signal, from another thread.
    private final class Stop: Sendable {
        private let isSet = Atomic(false)

        var isOver: Bool { isSet.load(ordering: .acquiring) }

        func set() {
            isSet.store(true, ordering: .releasing)
        }
    }

    /// Between two looks.
    private static let pause = Duration.milliseconds(50)

    static let configuration = CommandConfiguration(
        commandName: "follow", abstract: "Print the journal's lines as they become durable, until it is stopped.")

    @OptionGroup var configurationOption: ConfigurationOption
    @Option(help: ArgumentHelp("Begin with this line, by its n; else with the next one.", valueName: "number"))
    var from: Int64?

    @MainActor func run() async throws {
        let session = EngineSession(configuration: try configurationOption.load(), json: .none)
        guard from.map({ $0 > 0 }) ?? true else { throw session.refuse(.wrongLineNumber) }
        try session.tellMissingJournal()
        let stop = Stop()
        let output = DataOutput(session: session, isOver: { stop.isOver })
        let feed = JournalFeed(directory: session.configuration.journalDirectory, from: from)
        do {
            try await Interruption.handled {
                stop.set()
            } during: {
                while !stop.isOver, !output.isAbandoned {
                    if feed.hasNews() { try poll(feed, output, session, stop) }
                    try await Task.sleep(for: Self.pause)
                }
            }
        } catch is DataOutput.Over {
            return
        } catch let error as DeskError {
            throw session.refuse(.journalNotReadable(error), .journal)
        }
    }

    private func poll(_ feed: JournalFeed, _ output: DataOutput, _ session: EngineSession, _ stop: Stop) throws {
        let findings = try feed.poll { line in
            if stop.isOver { throw DataOutput.Over() }
            try output.print(raw: line)
        }
        try output.flush()
        for finding in findings { StandardStreams.tell(Phrase.journalFinding(finding).text(in: session.language)) }
    }
}
