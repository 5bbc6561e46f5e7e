import Persistence

/// A file of the folder that syncs nothing.
final class UnsyncedFile: JournalFile {
    private let file: any JournalFile

    init(_ file: any JournalFile) {
        self.file = file
    }

    func size() throws(JournalError) -> Int64 { try file.size() }

    func read(into buffer: inout MutableRawSpan, at offset: Int64) throws(JournalError) -> Int {
        try file.read(into: &buffer, at: offset)
    }

    func write(_ bytes: RawSpan, at offset: Int64) throws(JournalError) -> Int {
        try file.write(bytes, at: offset)
    }

    func sync() {}

    func truncate(to length: Int64) throws(JournalError) { try file.truncate(to: length) }

    func allocate(_ length: Int64) throws(JournalError) { try file.allocate(length) }

    func forget(from offset: Int64) {}
}
