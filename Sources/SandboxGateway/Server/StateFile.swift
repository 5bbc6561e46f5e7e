import FoundationEssentials
import Glibc

/// The ledger on disk: a line that holds all of it, then a line for each change.
///
/// It holds no payment code; still only its owner may read it.
final class StateFile: Sendable {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// The form that kept payment codes whole, which must not stay on the disk.
    private struct FirstForm: Decodable {
        let usedCodes: [String: String]
        let salt: String?
    }

    private static let lineEnd = UInt8(ascii: "\n")

    /// As the file had it when it was opened.
    let ledger: BankLedger
    private let path: String
    private let file: Int32

    /// Reads the file, where there is one, and writes it anew, without changes and readable by its owner only: one that
    /// can not be written shows now, not with the first order.
    init(path: String) throws {
        self.path = path
        ledger = try Self.read(path) ?? BankLedger()
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try AtomicFile.write([UInt8](encoder.encode(ledger)) + [Self.lineEnd], to: path)
        file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
        guard file >= 0 else { throw Self.problem(path) }
    }

    deinit {
        close(file)
    }

    /// Reads the ledger; nil where there is no file yet, or one of the first form.
    ///
    /// An end without a line's end was never answered for: it is what a write left that was cut off.
    private static func read(_ path: String) throws -> BankLedger? {
        guard access(path, F_OK) == 0 else { return nil }
        do {
            var lines = [UInt8](try Data(contentsOf: URL(filePath: path)))
                .split(separator: lineEnd, omittingEmptySubsequences: false)
            let first = Data(lines.removeFirst())
            if let old = try? JSONDecoder().decode(FirstForm.self, from: first), old.salt == nil { return nil }
            var ledger = try JSONDecoder().decode(BankLedger.self, from: first)
            for line in lines.dropLast() {
                ledger.apply(try JSONDecoder().decode(LedgerChange.self, from: Data(line)))
            }
            ledger.forgetChanges()
            return ledger
        } catch {
            throw Problem(description: "\(path) is no state file of this sandbox, remove it to begin anew: \(error)")
        }
    }

    /// Writes a change behind the others.
    ///
    /// What could not be written whole is taken back.
    func append(_ change: LedgerChange) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let bytes = [UInt8](try encoder.encode(change)) + [Self.lineEnd]
        let start = lseek(file, 0, Int32(SEEK_END))
        guard start >= 0 else { throw Self.problem(path) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let problem = Self.problem(path)
                ftruncate(file, start)
                throw problem
            }
            sent += count
        }
    }

    private static func problem(_ path: String) -> Problem {
        Problem(description: "\(path): \(String(cString: strerror(errno)))")
    }
}
