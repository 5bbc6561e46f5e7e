import FoundationEssentials
import Glibc

/// Where ``PinAttempts`` survive a restart and a power cut: `pin-attempts.json`, for this user's eyes only, in the
/// user's state folder. Several processes and tills may use it at a time.
struct PinAttemptsFile {
    /// A system call failed, with `errno` as the kernel gave it.
    struct Failure: Error, Equatable, CustomStringConvertible {
        let call: String
        let path: String
        let code: Int32

        var description: String { "\(call) \(path): \(String(cString: strerror(code)))" }
    }

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

    /// - Parameter folder: absolute.
    init(folder: String) {
        self.folder = folder
    }

    /// Reads, changes and, if it was changed, writes durably, while no other process does.
    ///
    /// - Parameter onDamage: is given what was found instead of a count, and a count of nothing, which it may change.
    func change<Result>(
        onDamage: (Damage, inout PinAttempts) -> Void, _ body: (inout PinAttempts) -> Result
    ) throws(Failure) -> Result {
        try makeFolder()
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("open", folder) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw failure("flock", folder) }
        }
        var (before, damage) = read()
        var attempts = before ?? PinAttempts()
        if let damage {
            onDamage(damage, &attempts)
            before = nil
        }
        let result = body(&attempts)
        if attempts != before {
            try write(attempts)
            guard fsync(descriptor) == 0 else { throw failure("fsync", folder) }
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

    private func write(_ attempts: PinAttempts) throws(Failure) {
        // Left over from a crash, perhaps with other rights.
        guard unlink(temporary) == 0 || errno == ENOENT else { throw failure("unlink", temporary) }
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure("open", temporary) }
        defer { close(descriptor) }
        var bytes = WireJSON.encode(attempts)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure("write", temporary) }
            bytes = bytes.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw failure("fsync", temporary) }
        guard rename(temporary, path) == 0 else { throw failure("rename", path) }
    }

    private func makeFolder() throws(Failure) {
        var prefix = ""
        for part in folder.split(separator: "/") {
            prefix += "/" + part
            guard mkdir(prefix, 0o700) != 0 else { continue }
            // Whether it is a folder, and may be used, is seen when it is opened.
            guard [EEXIST, EACCES, EROFS].contains(errno) else { throw failure("mkdir", prefix) }
        }
    }

    private func failure(_ call: String, _ path: String) -> Failure {
        Failure(call: call, path: path, code: errno)
    }
}
