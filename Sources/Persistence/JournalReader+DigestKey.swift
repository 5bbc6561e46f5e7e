extension JournalReader {
    /// Returns the journal's key for digests of values that are not kept (``Journal/digestKey``); nil where it can't be
    /// read.
    public static func digestKey(directory: String) -> [UInt8]? {
        guard let io = try? DiskFolder.existing(directory), case .good(let key)? = try? DigestKey.look(io) else {
            return nil
        }
        return key
    }
}
