import Glibc

/// One line on standard output, for the script that started this.
enum Told {
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                bytes.baseAddress.map { write(1, $0 + sent, bytes.count - sent) } ?? -1
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}
