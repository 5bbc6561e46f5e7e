import Glibc

/// A small file that is there whole or not at all, readable by its owner only.
enum AtomicFile {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    static func write(_ bytes: [UInt8], to path: String) throws(Problem) {
        let draft = "\(path).\(getpid()).new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw problem(path) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let problem = problem(path)
                close(file)
                unlink(draft)
                throw problem
            }
            sent += count
        }
        guard close(file) == 0, rename(draft, path) == 0 else {
            let problem = problem(path)
            unlink(draft)
            throw problem
        }
    }

    private static func problem(_ path: String) -> Problem {
        Problem(description: "\(path): \(String(cString: strerror(errno)))")
    }
}
