import Glibc

/// Lines on standard output that nothing holds back: what was told stays told when the process is killed.
enum Told {
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        // A pipe or a file takes a short line whole.
        _ = write(1, bytes, bytes.count)
    }
}
