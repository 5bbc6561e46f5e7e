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
