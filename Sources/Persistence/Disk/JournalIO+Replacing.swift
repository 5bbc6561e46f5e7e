extension JournalIO {
    /// Puts a file of these bytes, of mode 0600, in the place of the one of that name, durably and at once.
    ///
    /// Whoever looks finds the old one or the new, whole. `step` bytes are synced at a time, since other files' syncs
    /// wait for them.
    func replace(_ name: String, with bytes: [UInt8], syncedBy step: Int = .max) throws(JournalError) {
        let temporary = name + ".new"
        try remove(temporary)
        let file = try create(temporary)
        do throws(JournalError) {
            try write(bytes.span.bytes, to: file, temporary, step)
            try rename(temporary, to: name)
            try sync()
        } catch {
            try? remove(temporary)
            throw error
        }
    }

    private func write(
        _ bytes: RawSpan, to file: any JournalFile, _ name: String, _ step: Int
    ) throws(JournalError) {
        var written = 0
        while written < bytes.byteCount {
            let end = written + min(step, bytes.byteCount - written)
            let part = bytes.extracting(written..<end)
            guard try file.write(part, at: Int64(written)) == part.byteCount else {
                throw .system(call: "pwrite", path: "\(path)/\(name)", errno: SystemCall.noSpace)
            }
            try file.sync()
            written = end
        }
    }
}
