import Foundation
import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

/// What the system refuses at the start is said, with 5, before anything is made.
@Suite struct StartCheckTests {
    /// By strace, which counts each thread's calls by itself: a call of all threads is refused from its first on.
    static func traced(
        _ till: CommandTill, _ inject: String, _ arguments: [String], input: String = ""
    ) async throws -> Program.End {
        let trace = ["-f", "-o", "/dev/null", "-e", "trace=" + inject.prefix { $0 != ":" }, "-e", "inject=" + inject]
        let words = [try Program.postui()] + arguments + ["--config", till.folder.file("till.toml")]
        let environment = ["PATH": "/usr/bin:/bin", "HOME": till.folder.path, "LANG": "C.UTF-8"]
        return try await Program(
            "/usr/bin/strace", trace + words, environment: environment, input: input
        ).end()
    }

    @Test(arguments: [
        "epoll_create1:error=EMFILE", "eventfd2:error=EMFILE", "epoll_ctl:error=ENOSPC", "timerfd_create:error=EMFILE",
    ])
    func withoutAnEventLoopNothingIsBegun(inject: String) async throws {
        try await CommandTill.run { till in
            let end = try await Self.traced(
                till, inject, ["freeze", "--amount", "5", "--code", "-", "--json"], input: till.code() + "\n")
            #expect(end.status == 5, "\(end.errors)")
            #expect(end.errors == Phrase.wanting(.eventLoop).english + "\n")
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(await till.seen(.microFreeze) == 0)
            #expect(!FileManager.default.fileExists(atPath: till.journal + "/lock"))
        }
    }

    /// The machine's own configuration of OpenSSL may name a provider that makes no digests.
    @Test func withoutDigestsNothingIsBegun() async throws {
        try await CommandTill.run { till in
            try till.folder.write(
                """
                openssl_conf = init
                [init]
                providers = list
                [list]
                base = base
                [base]
                activate = 1

                """, to: "openssl.cnf")
            let words = [
                "-rm", "sh", "-c", "mount --bind \"$0\" /etc/ssl/openssl.cnf && exec \"$@\"",
                till.folder.file("openssl.cnf"), try Program.postui(), "freeze", "--amount", "5", "--code", "-",
                "--json",
                "--config", till.folder.file("till.toml"),
            ]
            let environment = ["PATH": "/usr/bin:/bin", "HOME": till.folder.path, "LANG": "C.UTF-8"]
            let end = try await Program(
                "/usr/bin/unshare", words, environment: environment, input: till.code() + "\n"
            ).end()
            #expect(end.status == 5, "\(end.errors)")
            #expect(end.errors == Phrase.wanting(.digests).english + "\n")
            #expect(try end.object()["outcome"]?.text == "not_sent")
            #expect(await till.seen(.microFreeze) == 0)
            #expect(!FileManager.default.fileExists(atPath: till.journal + "/lock"))
        }
    }

    @Test func anotherFileSystemIsRefusedOrAllowedByWordAndLogged() async throws {
        try await CommandTill.run { till in
            // f_type as FUSE has it; the rest is this machine's.
            let fuse = "fstatfs:poke_exit=@arg2=4655736500000000"
            let freeze = ["freeze", "--amount", "5", "--code", "-", "--json"]
            let refused = try await Self.traced(till, fuse, freeze, input: till.code() + "\n")
            #expect(refused.status == 5)
            #expect(refused.errors.contains("FUSE") && refused.errors.contains("allow_filesystem"))
            #expect(await till.seen(.microFreeze) == 0)
            try till.configure { $0.journalLines = "allow_filesystem = true" }
            for starts in 1...2 {
                let taken = try await Self.traced(till, fuse, freeze, input: till.code() + "\n")
                #expect(taken.status == 0, "\(taken.errors)")
                #expect(try warnings(till) == starts)
            }
            let rebuilt = try await Self.traced(till, fuse, ["journal", "index", "--rebuild"])
            #expect(rebuilt.status == 0, "\(rebuilt.errors)")
            #expect(try warnings(till) == 3)
            // On this machine's own file system there is nothing to say.
            #expect(try await till.freeze("5").status == 0)
            #expect(try warnings(till) == 3)
        }
    }

    private func warnings(_ till: CommandTill) throws -> Int {
        try till.folder.text(of: "postui.log").split(separator: "\n").count { line in
            line.contains("may not keep what it acknowledges") && line.contains("FUSE")
        }
    }
}
