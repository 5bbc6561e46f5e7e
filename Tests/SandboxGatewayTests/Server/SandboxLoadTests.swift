import Glibc
import Testing

@testable import SandboxGateway

/// More than a client ought to do: the sandbox serves the others.
@Suite(.timeLimit(.minutes(5)))
struct SandboxLoadTests {
    @Test func aHeadWithoutEndIsRefusedAndKeepsNobodyWaiting() async throws {
        try await TestSandbox.run { sandbox in
            let client = try sandbox.client()
            try await client.send(Array("POST /cpay/ping HTTP/1.1\r\nX: ".utf8))
            var refused = false
            for _ in 0..<320 {
                do {
                    try await client.send([UInt8](repeating: 0x61, count: 65_536))
                } catch is RawClient.Problem {
                    refused = true
                    break
                }
            }
            let answer = try await client.receive()
            #expect(answer.status == 431 || refused)
            #expect(try await sandbox.client().ask("POST", "/cpay/ping").status == 200)
        }
    }

    @Test func sixHundredThatNeverFinishDoNotKeepOthersOut() async throws {
        try await TestSandbox.run { sandbox in
            var slow: [RawClient] = []
            for _ in 0..<600 {
                let client = try sandbox.client()
                try await client.send(Array("POST /cpay/ping HTTP/1.1\r\nX-".utf8))
                slow.append(client)
            }
            let other = try sandbox.client()
            for _ in 0..<3 { #expect(try await other.ask("POST", "/cpay/ping").status == 200) }
            for client in slow.prefix(3) { try await client.send(Array("A: b\r\n".utf8)) }
            #expect(try await other.ask("POST", "/cpay/micro_freeze", sandbox.body(Sample.freeze())).status == 200)
        }
    }

    /// With fewer descriptors than connections those that never said anything make room.
    @Test func moreConnectionsThanDescriptorsAreServed() async throws {
        try await SandboxProgram.run(["sh", "-c", "ulimit -n 64; exec \"$0\" \"$@\""]) { port in
            let kept = try RawClient(port: port)
            #expect(try await kept.ask("POST", "/cpay/ping").status == 200)
            var idle: [RawClient] = []
            for _ in 0..<200 { idle.append(try RawClient(port: port)) }
            let last = try RawClient(port: port)
            #expect(try await last.ask("POST", "/cpay/ping").status == 200)
            #expect(try await kept.ask("POST", "/cpay/ping").status == 200)
            idle = []
            for _ in 0..<100 { #expect(try await RawClient(port: port).ask("POST", "/cpay/ping").status == 200) }
        }
    }

    @Test func fiveHundredConnectionsAreNoEnd() async throws {
        try await SandboxProgram.run(["sh", "-c", "ulimit -n 1024; exec \"$0\" \"$@\""]) { port in
            for _ in 0..<3 {
                var kept: [RawClient] = []
                for _ in 0..<500 {
                    let client = try RawClient(port: port)
                    #expect(try await client.ask("POST", "/cpay/ping").status == 200)
                    kept.append(client)
                }
                #expect(try await RawClient(port: port).ask("POST", "/cpay/ping").status == 200)
                #expect(try await kept[0].ask("POST", "/cpay/ping").status == 200)
            }
            #expect(try await RawClient(port: port).ask("POST", "/cpay/ping").status == 200)
        }
    }

    /// A port that takes nobody in any more must not look like one that does.
    @Test(arguments: ["EMFILE", "ENOMEM"])
    func whereNobodyCanBeTakenInForGoodItEndsWithOne(error: String) async throws {
        let calls = "accept,accept4"
        let wrapper = [
            "strace", "-f", "-o", "/dev/null", "-e", "trace=" + calls, "-e", "inject=\(calls):error=\(error)",
        ]
        try await SandboxProgram.run(wrapper, status: 1) { port in
            _ = try RawClient(port: port)
            // Those that knock keep it trying; they get no answer, and the end.
            let waiting = try? RawClient(port: port)
            _ = try? await waiting?.ask("POST", "/cpay/ping")
        }
    }
}
