import Glibc
import PayEngine
import Testing

@testable import PosTUI

/// A terminal that nobody reads any more, as a line that hangs leaves it.
@Suite(.serialized) struct UnreadTerminalTests {
    @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGALRM])
    func aSignalEndsTheTillAllTheSame(signal: Int32) async throws {
        try await RawDesk.run { desk in
            let till = desk.till
            let process = try #require(till.till)
            try await till.clog()
            #expect(kill(process, 0) == 0, "it waits")
            let start = till.written.count
            kill(process, signal)
            try await till.endsUnread(within: .seconds(6))
            try await till.ends(with: 128 + signal, leaving: ["\u{1B}[?1049l"], since: start)
        }
    }

    @Test func withoutASignalTheDeskGoesOn() async throws {
        try await RawDesk.run { desk in
            let till = desk.till
            try await desk.arm("12.5")
            try await till.clog()
            let process = try #require(till.till)
            kill(process, SIGWINCH)
            try await Task.sleep(for: .seconds(3))
            #expect(kill(process, 0) == 0)
            // As soon as somebody reads, keys work again.
            try await till.shows(.scanPrompt)
            try await till.send(TestMerchant.code(.alipay) + "\r")
            try await till.shows(.headline(.done))
            #expect(try await desk.fees() == [1250])
        }
    }
}
