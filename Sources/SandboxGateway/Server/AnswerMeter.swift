/// Finds where an answer's body begins, and how much of it may pass.
struct AnswerMeter {
    private static let headEnd = Array("\r\n\r\n".utf8)

    private var matched = 0
    private var passed = 0
    private var isInBody = false

    /// What passes of the next bytes, and whether nothing more does.
    mutating func part(of bytes: [UInt8], bodyBytes: Int) -> (bytes: [UInt8], isLast: Bool) {
        var taken = 0
        while taken < bytes.count, !isOver(bodyBytes) {
            if isInBody {
                passed += 1
            } else {
                match(bytes[taken])
            }
            taken += 1
        }
        return (Array(bytes.prefix(taken)), isOver(bodyBytes))
    }

    private func isOver(_ bodyBytes: Int) -> Bool { isInBody && passed >= bodyBytes }

    private mutating func match(_ byte: UInt8) {
        if byte == Self.headEnd[matched] {
            matched += 1
        } else {
            matched = byte == Self.headEnd[0] ? 1 : 0
        }
        isInBody = matched == Self.headEnd.count
    }
}
