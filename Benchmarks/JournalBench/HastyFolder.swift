import Persistence

/// A folder that syncs nothing, to make a large journal in seconds.
final class HastyFolder: JournalIO {
    private let folder: any JournalIO

    init(_ folder: any JournalIO) {
        self.folder = folder
    }

    var path: String { folder.path }

    func list() throws(JournalError) -> [String] { try folder.list() }

    func open(_ name: String, writing: Bool) throws(JournalError) -> (any JournalFile)? {
        try folder.open(name, writing: writing).map { UnsyncedFile($0) }
    }

    func create(_ name: String) throws(JournalError) -> any JournalFile { UnsyncedFile(try folder.create(name)) }

    func rename(_ name: String, to other: String) throws(JournalError) { try folder.rename(name, to: other) }

    func remove(_ name: String) throws(JournalError) { try folder.remove(name) }

    func freeBytes() throws(JournalError) -> Int64 { try folder.freeBytes() }

    func sync() {}
}
