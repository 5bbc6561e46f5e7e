import FoundationEssentials
import Glibc

/// The file in which ``PinAttempts`` survive a restart and a power cut: `pin-attempts.json` in the user's state folder.
///
/// For this user's eyes only. Several processes and tills may use it at a time.
struct PinAttemptsFile {
    typealias Failure = AtomicFile.Failure

    static let name = "pin-attempts.json"
    private static let limit = 1 << 20

    let folder: String
    var path: String { "\(folder)/\(Self.name)" }
    private var temporary: String { "\(path).new" }

    /// What was found instead of a count.
    enum Damage: Equatable {
        /// There is no file.
        case missing
        case unreadable(String)
    }

    /// Names the file in a folder; nothing is read yet.
    ///
    /// - Parameter folder: absolute.
    init(folder: String) {
        self.folder = folder
    }

    /// Reads, changes and, if it was changed, writes durably, while no other process does.
    ///
    /// `onDamage` is given what was found instead of a count, and a count of nothing, which it may change.
    func change<Result>(
        onDamage: (Damage, inout PinAttempts) -> Void, _ body: (inout PinAttempts) -> Result
    ) throws(Failure) -> Result {
        try makeFolder()
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw AtomicFile.failure("open", folder) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw AtomicFile.failure("flock", folder) }
        }
        var (before, damage) = read()
        var attempts = before ?? PinAttempts()
        if let damage {
            onDamage(damage, &attempts)
            before = nil
        }
        let result = body(&attempts)
        if attempts != before {
            try AtomicFile.replace(path, with: WireJSON.encode(attempts), by: temporary, isDurable: true)
            guard fsync(descriptor) == 0 else { throw AtomicFile.failure("fsync", folder) }
        }
        return result
    }

    private func read() -> (PinAttempts?, Damage?) {
        do throws(ReadableFile.Failure) {
            let bytes = try ReadableFile(path: path, flags: O_NOFOLLOW | O_NONBLOCK).bytes(upTo: Self.limit)
            if let attempts = WireJSON.decode(PinAttempts.self, from: bytes), attempts.isSound {
                return (attempts, nil)
            }
            return (nil, .unreadable("not what this till wrote"))
        } catch {
            return (nil, error.code == ENOENT ? .missing : .unreadable(String(cString: strerror(error.code))))
        }
    }

    private func makeFolder() throws(Failure) {
        var prefix = ""
        for part in folder.split(separator: "/") {
            prefix += "/" + part
            guard mkdir(prefix, 0o700) != 0 else { continue }
            // Whether it is a folder, and may be used, is seen when it is opened.
            guard [EEXIST, EACCES, EROFS].contains(errno) else { throw AtomicFile.failure("mkdir", prefix) }
        }
    }
}
