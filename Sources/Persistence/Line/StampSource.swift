/// Where lines get their times from, and a new journal its identity: the machine, or a test's script.
package protocol StampSource {
    func stamp() -> Stamp
    /// Returns a UUID for a journal that is being made.
    ///
    /// - Throws: `.system` when there are no random bytes for it.
    func generation() throws(JournalError) -> String
}
