/// The journal's folder as the journal needs it: the real one, or a simulated disk.
package protocol JournalIO: AnyObject {
    /// For messages.
    var path: String { get }
    /// Returns the names in it, in any order.
    func list() throws(JournalError) -> [String]
    /// Opens a file for reading, and for writing where asked; nil when it is not there.
    func open(_ name: String, writing: Bool) throws(JournalError) -> (any JournalFile)?
    /// Makes a file of mode 0600 that must not be there.
    func create(_ name: String) throws(JournalError) -> any JournalFile
    /// Puts a file in the place of another, at once.
    func rename(_ name: String, to other: String) throws(JournalError)
    /// Removes a file. One that is not there is no error.
    func remove(_ name: String) throws(JournalError)
    /// Returns the room that is left for this user.
    func freeBytes() throws(JournalError) -> Int64
    /// Makes the names durable.
    func sync() throws(JournalError)
}

/// An open file of the journal, closed when it is let go.
package protocol JournalFile: AnyObject {
    func size() throws(JournalError) -> Int64
    /// Reads up to the buffer's size; fewer bytes only at the end of the file.
    func read(into buffer: inout MutableRawSpan, at offset: Int64) throws(JournalError) -> Int
    /// Writes once, and returns how many bytes the system took; fewer than given means that this file is over.
    func write(_ bytes: RawSpan, at offset: Int64) throws(JournalError) -> Int
    /// Makes the contents and the size durable. After an error the file must not be written again: a second try would
    /// claim what is not so.
    func sync() throws(JournalError)
    /// Cuts off the end.
    func truncate(to length: Int64) throws(JournalError)
    /// Takes room on the disk for this many bytes.
    func allocate(_ length: Int64) throws(JournalError)
    /// Maps the whole file for reading here and there.
    ///
    /// Only for files that are replaced and never cut.
    func map() throws(JournalError) -> FileBytes
    /// Drops clean pages from this offset on from the cache, so that the next read sees what the disk holds.
    func forget(from offset: Int64)
}

extension JournalFile {
    package func map() throws(JournalError) -> FileBytes { try FileBytes(reading: self) }

    /// Reads into memory that the caller keeps.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(JournalError) -> Int {
        var span = buffer.mutableBytes
        return try read(into: &span, at: offset)
    }
}
