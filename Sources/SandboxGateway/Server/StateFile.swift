import FoundationEssentials
import Glibc

/// The ledger on disk, replaced as a whole. It holds payment codes, so only its owner may read it.
struct StateFile: Sendable {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    let path: String

    /// Nil where there is no file yet.
    func read() throws -> BankLedger? {
        guard access(path, F_OK) == 0 else { return nil }
        do {
            return try JSONDecoder().decode(BankLedger.self, from: Data(contentsOf: URL(filePath: path)))
        } catch {
            throw Problem(description: "\(path) is no state file of this sandbox, remove it to begin anew: \(error)")
        }
    }

    func write(_ ledger: BankLedger) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        try AtomicFile.write([UInt8](encoder.encode(ledger)), to: path)
    }
}
