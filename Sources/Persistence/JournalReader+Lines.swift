extension JournalReader {
    /// Hands over every line, headers too, oldest first, without decoding any.
    ///
    /// What is wrong with the journal is in the report; lines that would not decode are not looked for.
    ///
    /// - Throws: `JournalError`, or what `each` throws.
    public static func lines(directory: String, each: (RawLine) throws -> Void) throws -> JournalReport {
        guard let folder = try DiskFolder.existing(directory) else { return JournalReport() }
        return try scan(ReaderView(folder), folder) { try each(RawLine($0)) }
    }
}
