import Persistence

/// Whether there is a journal at all.
///
/// A folder that is not there reads like an empty one.
public enum JournalPresence {
    /// Whether the folder holds a journal, or what is left of one.
    ///
    /// - Throws: ``DeskError``
    public static func isThere(directory: String) throws(DeskError) -> Bool {
        do {
            return try Journal.isThere(directory: directory)
        } catch {
            throw DeskError(error)
        }
    }
}
