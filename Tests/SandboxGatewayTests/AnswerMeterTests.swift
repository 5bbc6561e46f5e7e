import Testing

@testable import SandboxGateway

struct AnswerMeterTests {
    private let answer = Array("HTTP/1.1 200 OK\r\nA: b\r\r\n\r\nbody and more".utf8)

    @Test(arguments: [1, 2, 3, 7, 100])
    func cutsTheBodyHoweverTheBytesCome(_ piece: Int) {
        var meter = AnswerMeter()
        var passed: [UInt8] = []
        var isLast = false
        for start in stride(from: 0, to: answer.count, by: piece) where !isLast {
            let part = meter.part(of: Array(answer[start..<min(start + piece, answer.count)]), bodyBytes: 4)
            passed += part.bytes
            isLast = part.isLast
        }
        #expect(isLast)
        #expect(String(decoding: passed, as: UTF8.self) == "HTTP/1.1 200 OK\r\nA: b\r\r\n\r\nbody")
    }

    @Test func nothingOfABodyIsTheHead() {
        var meter = AnswerMeter()
        let part = meter.part(of: answer, bodyBytes: 0)
        #expect(part.isLast)
        #expect(String(decoding: part.bytes, as: UTF8.self).hasSuffix("\r\n\r\n"))
    }
}
