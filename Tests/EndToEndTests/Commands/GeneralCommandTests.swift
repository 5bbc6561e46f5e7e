import PayEngine
import TestSupport
import Testing

@testable import SandboxGateway

/// What all commands have in common, and what needs no order.
struct GeneralCommandTests {
    @Test func theVersionIsPrinted() async throws {
        let end = try await Program(Program.postui(), ["--version"]).end()
        #expect(end.status == 0)
        #expect(end.output == Version.text + "\n")
    }

    @Test(arguments: [["--help"], ["freeze", "--help"], ["journal", "--help"], ["help", "query"]])
    func theUsageIsPrinted(arguments: [String]) async throws {
        let end = try await Program(Program.postui(), arguments).end()
        #expect(end.status == 0)
        #expect(end.output.contains("USAGE: postui"))
        #expect(end.errors.isEmpty)
    }

    @Test(arguments: [
        ["nonsense"], ["query"], ["freeze", "--amount"], ["journal", "nonsense"], ["close", "sz1"],
        ["open", "--nonsense"],
    ])
    func wrongCommandLine(arguments: [String]) async throws {
        let end = try await Program(Program.postui(), arguments).end()
        #expect(end.status == 2)
        #expect(end.output.isEmpty)
        #expect(end.errors.contains("Usage: postui"))
    }

    @Test(arguments: [
        ["freeze", "--amount", "1", "--code", "-", "--json"], ["query", "sz1", "--json"],
        ["unfreeze-history", "sz1", "--json"], ["open", "--json"], ["journal", "list", "--json"],
    ])
    func wrongConfiguration(arguments: [String]) async throws {
        let names: Set<String> = arguments[0] == "freeze" ? ["outcome", "error"] : ["error"]
        try await CommandTill.run { till in
            try till.folder.write("[till]\ndevice_id = 824\nsurprise = 1\n", to: "till.toml")
            let end = try await till.end(of: till.start(arguments, input: till.code() + "\n"))
            #expect(end.status == 2)
            #expect(try end.object().names == names)
            // All of it at once, with file and line.
            #expect(end.errors.contains("till.toml:2: till.device_id: found a whole number"))
            #expect(end.errors.contains("till.toml:3: till.surprise"))
            #expect(end.errors.contains("merchant.out_mch_id"))
            let chinese = try await till.end(of: till.start(arguments, environment: ["LANG": "zh_CN.UTF-8"]))
            #expect(chinese.errors.contains("不认识这一项"))
            #expect(await till.server.requests.isEmpty)
        }
    }

    @Test func noConfiguration() async throws {
        let folder = try TemporaryFolder()
        let end = try await Program(
            Program.postui(), ["open", "--config", folder.file("nothing.toml")], environment: ["HOME": folder.path]
        ).end()
        #expect(end.status == 2)
        #expect(end.errors.contains("nothing.toml"))
    }

    /// The environment's proxies would see every payment code.
    @Test(arguments: ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "all_proxy", "https_proxy"])
    func proxiesOfTheEnvironment(name: String) async throws {
        let proxy = try RawServer()
        try await CommandTill.run { till in
            let end = try await till.postui(
                "freeze", "--amount", "5", "--code", "-", "--json",
                environment: [name: "http://127.0.0.1:\(proxy.port)", "no_proxy": ""], input: till.code() + "\n")
            #expect(end.status == 0)
            #expect(proxy.received.isEmpty)
        }
    }
}
