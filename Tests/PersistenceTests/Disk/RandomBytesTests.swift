import Foundation
import Testing

@testable import Persistence

/// Random bytes come from the kernel or not at all.
struct RandomBytesTests {
    private func failing(_ number: Int32) -> RandomBytes.Source {
        { _, _ in
            errno = number
            return -1
        }
    }

    @Test(arguments: [ENOSYS, EPERM, EAGAIN])
    func theyComeFromTheDeviceWhereGetrandomIsRefused(number: Int32) throws {
        let bytes = try RandomBytes.draw(64, ask: failing(number))
        #expect(bytes.count == 64)
        #expect(Set(bytes).count > 8, "\(bytes)")
    }

    @Test func theyComeInPiecesAndOverInterruptions() throws {
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

    @Test(arguments: ["/nowhere", "/dev/null", "/"])
    func whatNeitherGivesIsAnError(device: String) {
        #expect(throws: JournalError.self) { _ = try RandomBytes.draw(16, ask: failing(ENOSYS), device: device) }
    }
}
