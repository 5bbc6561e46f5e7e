import Foundation
import Testing

@testable import Persistence

@Suite("Random bytes come from the kernel or not at all")
struct RandomBytesTests {
    private func failing(_ number: Int32) -> RandomBytes.Source {
        { _, _ in
            errno = number
            return -1
        }
    }

    @Test("from the device where getrandom is refused", arguments: [ENOSYS, EPERM, EAGAIN])
    func device(number: Int32) throws {
        let bytes = try RandomBytes.draw(64, ask: failing(number))
        #expect(bytes.count == 64)
        #expect(Set(bytes).count > 8, "\(bytes)")
    }

    @Test("in pieces, and over interruptions")
    func pieces() throws {
        var turn = 0
        let bytes = try RandomBytes.draw(
            10,
            ask: { address, count in
                turn += 1
                guard turn.isMultiple(of: 2) else {
                    errno = EINTR
                    return -1
                }
                address.storeBytes(of: UInt8(turn), as: UInt8.self)
                return min(count, 1)
            })
        #expect(bytes == (1...10).map { UInt8($0 * 2) })
    }

    @Test("What neither gives is an error", arguments: ["/nowhere", "/dev/null", "/"])
    func neither(device: String) {
        #expect(throws: JournalError.self) { _ = try RandomBytes.draw(16, ask: failing(ENOSYS), device: device) }
    }
}
