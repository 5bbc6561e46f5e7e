import Glibc

/// Tells cheaply whether a journal may have new durable lines: it compares the words that its writer shares.
public final class JournalWatch {
    private let path: String
    private var seen: [UInt8]?

    /// The folder need not be there yet.
    public init(directory: String) {
        path = directory + "/" + JournalLock.name
    }

    /// True when something changed since the last call.
    public func hasNews() -> Bool {
        let now = words()
        defer { seen = now }
        return now != seen
    }

    /// Reads the words of the file `lock`; empty as long as nobody has written.
    ///
    /// The file is opened anew each time: a journal may be put in another's place.
    private func words() -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var words = [UInt8](repeating: 0, count: JournalLock.length)
        let count = pread(descriptor, &words, words.count, 0)
        return Array(words.prefix(max(0, count)))
    }
}
