import FoundationEssentials
import Glibc

/// The ledger on disk, replaced as a whole. It holds no payment code; still only its owner may read it.
struct StateFile: Sendable {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// The form that kept payment codes whole, which must not stay on the disk.
    private struct FirstForm: Decodable {
        let usedCodes: [String: String]
        let salt: String?
    }

    let path: String

    /// Nil where there is no file yet, or one of the first form.
    func read() throws -> BankLedger? {
        guard access(path, F_OK) == 0 else { return nil }
        do {
            let data = try Data(contentsOf: URL(filePath: path))
            if let old = try? JSONDecoder().decode(FirstForm.self, from: data), old.salt == nil { return nil }
            return try JSONDecoder().decode(BankLedger.self, from: data)
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
