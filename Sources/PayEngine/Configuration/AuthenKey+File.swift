import Glibc

extension AuthenKey {
    /// Reads the key from a file of one line.
    ///
    /// Owner and permissions are those of the file that is read: it is opened once, never through a symbolic link, and
    /// never waited for.
    init(file path: String) throws(AuthenKeyFileError) {
        // More than a key and its line end need: anything longer is no key.
        let limit = Self.length + 3
        let bytes: [UInt8]
        let trouble: AuthenKeyFileError?
        do throws(ReadableFile.Failure) {
            let file = try ReadableFile(path: path, flags: O_NOFOLLOW | O_NONBLOCK)
            let status = try file.status()
            trouble = Self.trouble(mode: status.st_mode, owner: status.st_uid, user: geteuid())
            bytes = trouble == nil ? try file.bytes(upTo: limit) : []
        } catch {
            throw error.code == ELOOP ? .symbolicLink : .unreadable(code: error.code)
        }
        if let trouble { throw trouble }
        guard let key = Self(line: bytes) else { throw .notAKey }
        self = key
    }

    /// Returns what is wrong with the file's kind, owner and permission bits, for a process of that user.
    static func trouble(mode: mode_t, owner: uid_t, user: uid_t) -> AuthenKeyFileError? {
        guard mode & S_IFMT == S_IFREG else { return .notRegularFile }
        guard owner == user || owner == 0 else { return .foreignOwner(user: owner) }
        guard mode & 0o077 == 0 else { return .openToOthers(mode: mode & 0o7777) }
        return nil
    }

    /// Takes the key of one line, with or without its line end.
    private init?(line: [UInt8]) {
        var line = line[...]
        if line.last == 0x0A { line.removeLast() }
        if line.last == 0x0D { line.removeLast() }
        self.init(String(decoding: line, as: UTF8.self))
    }
}
