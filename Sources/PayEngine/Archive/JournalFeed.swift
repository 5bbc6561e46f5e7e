import Persistence

/// The journal's lines as they become durable, for those who ship them elsewhere.
///
/// Takes no lock, writes nothing.
public final class JournalFeed {
    private let follower: JournalFollower
    private let watch: JournalWatch
    /// The first line to hand over; nil until it is known where the journal ends now.
    private var from: Int64?
    private var told: Set<JournalFinding> = []

    /// Makes a feed of the journal in a folder; nothing is read yet.
    ///
    /// - Parameters:
    ///   - directory: the journal's folder.
    ///   - from: the first line to hand over, by `n`; nil: those that become durable after the first poll.
    public init(directory: String, from: Int64?) {
        follower = JournalFollower(directory: directory)
        watch = JournalWatch(directory: directory)
        self.from = from
    }

    /// Whether polling may bring anything; costs next to nothing.
    ///
    /// Costs next to nothing.
    public func hasNews() -> Bool { watch.hasNews() }

    /// Hands over every line that became durable since the last call, headers too, without its LF, oldest first.
    ///
    /// A line that a killed writer left behind is handed over when the next one has made sure of it.
    ///
    /// - Returns: what is wrong with the part that was read and was not told before.
    /// - Throws: ``DeskError``, or what `body` throws.
    public func poll(_ body: (RawSpan) throws -> Void) throws -> [JournalFinding] {
        let report: JournalReport
        do {
            report = try follower.pollLines { line in
                if let from, line.number >= from { try line.withBytes(body) }
            }
        } catch let error as JournalError {
            throw DeskError(error)
        }
        from = from ?? 1
        return JournalFinding.all(of: report).filter { told.insert($0).inserted }
    }
}
