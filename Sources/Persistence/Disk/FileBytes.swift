/// A whole file in memory, or mapped as if it were.
///
/// Must not be kept longer than its bytes are needed.
package final class FileBytes {
    let bytes: UnsafeRawBufferPointer
    private let release: (UnsafeRawBufferPointer) -> Void

    /// Takes bytes over; `release` gives them back in the end.
    init(_ bytes: UnsafeRawBufferPointer, release: @escaping (UnsafeRawBufferPointer) -> Void) {
        self.bytes = bytes
        self.release = release
    }

    /// Copies a file.
    package init(reading file: any JournalFile) throws(JournalError) {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Int(try file.size()), alignment: 64)
        release = { $0.deallocate() }
        do throws(JournalError) {
            let count = try file.read(into: buffer, at: 0)
            bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        } catch {
            bytes = UnsafeRawBufferPointer(buffer)
            throw error
        }
    }

    deinit {
        release(bytes)
    }
}
