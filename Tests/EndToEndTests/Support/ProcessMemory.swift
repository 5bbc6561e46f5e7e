import FoundationEssentials
import Glibc

/// The memory of another process, as far as it can be written: heap, stacks, and what was mapped.
///
/// Only who has CAP_SYS_PTRACE over the process may read it: root, or the owner of the user namespace that it was
/// started in.
struct ProcessMemory {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    /// A place where a secret, or half of it, stands.
    struct Copy: CustomStringConvertible {
        let mapping: String
        let address: UInt
        /// From one digit to the next, in bytes: 1 for text, 4 for the cells of a screen, 16 for an
        /// array of characters.
        let stride: Int

        var description: String { "\(mapping) \(String(address, radix: 16)) stride \(stride)" }
    }

    private let process: pid_t

    init(of process: pid_t) {
        self.process = process
    }

    /// Returns where the first or the last half of a secret stands: twice as many as whole copies.
    ///
    /// The same number of bytes lies from each digit to the next.
    func copies(of secret: String) throws -> [Copy] {
        let digits = Array(secret.utf8)
        let half = max(8, digits.count / 2)
        let halves = [Array(digits.prefix(half)), Array(digits.suffix(half))]
        let file = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Problem(description: "the till's memory can't be read: \(errno)") }
        defer { close(file) }
        return try mappings().flatMap { mapping in
            let bytes = read(mapping.range, from: file)
            return halves.flatMap { half in
                Self.places(of: half, in: bytes).map {
                    Copy(mapping: mapping.name, address: mapping.range.lowerBound + UInt($0.at), stride: $0.stride)
                }
            }
        }
    }

    private func mappings() throws -> [(range: Range<UInt>, name: String)] {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/maps") else {
            throw Problem(description: "the till's mappings can't be read")
        }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard words.count >= 5, words[1].hasPrefix("rw") else { return nil }
            let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard ends.count == 2 else { return nil }
            return (ends[0]..<ends[1], words.count > 5 ? String(words[5]) : "anonymous")
        }
    }

    /// What can be read of it; a page that is gone meanwhile ends it.
    private func read(_ range: Range<UInt>, from file: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
            while count < range.count, let start = buffer.baseAddress {
                let got = pread(file, start + count, range.count - count, off_t(range.lowerBound) + off_t(count))
                guard got > 0 else { return }
                count += got
            }
        }
    }

    private static let strides = [1, 2, 4] + Array(stride(from: 8, through: 2048, by: 8))

    /// By memchr, since generic code would walk megabytes for seconds in a debug build.
    private static func places(of digits: [UInt8], in bytes: [UInt8]) -> [(at: Int, stride: Int)] {
        bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return [] }
            var found: [(at: Int, stride: Int)] = []
            var at = 0
            while at < bytes.count, let hit = memchr(start + at, Int32(digits[0]), bytes.count - at) {
                at = UnsafePointer(hit.assumingMemoryBound(to: UInt8.self)) - start
                for stride in strides where at + stride * (digits.count - 1) < bytes.count {
                    guard start[at + stride] == digits[1] else { continue }
                    guard digits.indices.allSatisfy({ start[at + stride * $0] == digits[$0] }) else { continue }
                    found.append((at, stride))
                }
                at += 1
            }
            return found
        }
    }
}
