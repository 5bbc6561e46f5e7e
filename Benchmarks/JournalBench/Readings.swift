import Glibc
import Persistence

/// Readings of a whole journal.
enum Readings {
    static func replay(_ folder: String) throws -> String {
        var watch = Stopwatch()
        var lines = 0
        var bytes = 0
        try watch.measure {
            _ = try JournalReader.lines(directory: folder) { line in
                lines += 1
                bytes += line.count + 1
            }
        }
        return "{\(watch.members),\"lines\":\(lines),\"bytes\":\(bytes)}"
    }

    /// Reads the same files through a buffer of the same size, and looks for nothing but LF.
    static func memchr(_ folder: String) throws -> String {
        var watch = Stopwatch()
        var lines = 0
        var bytes = 0
        try watch.measure {
            guard let disk = try DiskFolder.existing(folder) else { return }
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 64)
            defer { buffer.deallocate() }
            for name in try disk.list().filter({ SegmentName.ordinal($0) != nil }).sorted() {
                guard let file = try disk.open(name, writing: false) else { continue }
                var offset: Int64 = 0
                while case let count = try read(file, into: buffer, at: offset), count > 0 {
                    lines += feeds(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                    bytes += count
                    offset += Int64(count)
                }
            }
        }
        return "{\(watch.members),\"lines\":\(lines),\"bytes\":\(bytes)}"
    }

    private static func read(
        _ file: any JournalFile, into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws -> Int {
        var span = buffer.mutableBytes
        return try file.read(into: &span, at: offset)
    }

    private static func feeds(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard var at = bytes.baseAddress else { return 0 }
        let end = at + bytes.count
        var count = 0
        while let feed = Glibc.memchr(at, 0x0a, end - at) {
            count += 1
            at = UnsafeRawPointer(feed) + 1
        }
        return count
    }
}
