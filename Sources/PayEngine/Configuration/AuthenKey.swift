import Glibc

/// The merchant's authentication key: 32 characters, taken as ASCII bytes.
///
/// It prints as nothing but its name.
public struct AuthenKey: Equatable, Sendable {
    /// How many characters a key has.
    public static let length = 32

    let bytes: [UInt8]

    /// Makes a key of a text; nil unless it is 32 printable ASCII characters.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == Self.length, bytes.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        self.bytes = bytes
    }
}

extension AuthenKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type's name, and nothing of the key.
    public var description: String { "AuthenKey(…)" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows the key.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

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

/// Why a file does not give the authentication key.
///
/// None of these holds anything of its content.
public enum AuthenKeyFileError: Error, Equatable, Sendable {
    /// It can't be opened or read; `errno` as the kernel gave it.
    case unreadable(code: Int32)
    case symbolicLink
    case notRegularFile
    /// It belongs neither to the user of this process nor to root.
    case foreignOwner(user: UInt32)
    /// Group or others may do something with it; the permission bits.
    case openToOthers(mode: UInt32)
    /// Something other than one line of 32 printable ASCII characters. A sealed key is that, too.
    case notAKey
}
