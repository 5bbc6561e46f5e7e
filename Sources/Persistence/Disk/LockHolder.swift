import Glibc

/// Finds out which process holds a journal's locks.
enum LockHolder {
    /// Returns who has the folder's lock by what the kernel says, else who wrote its number into `lock`.
    static func process(in folder: DiskFolder) -> Int32? {
        if let identity = folder.identity, let found = holder(of: identity) { return found }
        guard let file = try? folder.openLock(O_RDONLY), let word = JournalLock.word(file.descriptor, at: 8), word != 0
        else { return nil }
        return Int32(exactly: word)
    }

    /// Finds the holder of a lock in `/proc/locks`.
    ///
    /// A line is `1: FLOCK  ADVISORY  WRITE 4711 08:02:131073 0 EOF`: device numbers are hexadecimal.
    private static func holder(of identity: FileIdentity) -> Int32? {
        let descriptor = open("/proc/locks", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256 << 10)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        for line in bytes.prefix(count).split(separator: 0x0a) {
            let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            guard words.count >= 6, words[1] == "FLOCK", words[3] == "WRITE",
                words[5].split(separator: ":").last == Substring(String(identity.node)),
                let process = Int32(words[4]), process > 0
            else { continue }
            return process
        }
        return nil
    }
}
