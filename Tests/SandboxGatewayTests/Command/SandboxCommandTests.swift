import Glibc
import PayEngine
import Testing

@testable import SandboxGateway

struct SandboxCommandTests {
    private func configuration(_ arguments: [String], key: String? = nil) throws -> SandboxConfiguration {
        var template = Array("/tmp/cpay-sandbox-key.XXXXXX".utf8CString)
        let file = mkstemp(&template)
        close(file)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        try AtomicFile.write(Array((key ?? "654502BB0F57EC8737B4CF12117575B8\n").utf8), to: path)
        return try SandboxCommand.reading(["--key-file", path] + arguments).sandboxConfiguration()
    }

    @Test func theFlagsMakeTheConfiguration() throws {
        let made = try configuration([
            "--port", "8520", "--prefix", "01000052", "--out-mch-id", "a", "--out-sub-mch-id", "b", "--out-shop-id",
            "c", "--skew=-90", "--password-queries", "2", "--idle-seconds", "3", "--trailing-newline",
            "--absent-as-state", "--scan-queries", "3", "--code-url-bytes", "200", "--unscanned-as-created",
            "--wechat-partial", "--state-file", "s", "--fault", "lost:1", "--fault", "slow=70@ping", "--quiet",
        ])
        #expect(made.port == 8520)
        #expect(made.rules.prefix == "01000052")
        #expect(made.rules.merchant == BankMerchant(outMchID: "a", outSubMchID: "b", outShopID: "c"))
        #expect(made.rules.skewSeconds == -90)
        #expect(made.rules.passwordTurn == .queries(2))
        #expect(made.rules.scanTurn == .queries(3))
        #expect(made.rules.codeURLBytes == 200)
        #expect(made.rules.unscannedIsCreated)
        #expect(made.rules.releasesWeChatInParts)
        #expect(made.rules.endsInNewline)
        #expect(made.rules.saysAbsenceByState)
        #expect(made.idle == .seconds(3))
        #expect(made.stateFile == "s")
        #expect(made.faults.map(\.text) == ["lost:1", "slow=70@ping"])
        #expect(made.log == nil)
        #expect(made.rules.key == AuthenKey("654502BB0F57EC8737B4CF12117575B8"))
    }

    @Test func aScriptComesAfterTheFlags() throws {
        var template = Array("/tmp/cpay-sandbox-script.XXXXXX".utf8CString)
        let file = mkstemp(&template)
        close(file)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        try AtomicFile.write(Array("# first\nlost@unfreeze\nhang:2\n".utf8), to: path)
        let made = try configuration(["--script", path, "--fault", "reset:1"])
        #expect(made.faults.map(\.text) == ["reset:1", "lost@unfreeze:1", "hang:2"])
        try AtomicFile.write(Array("lost\nnonsense\n".utf8), to: path)
        let problem = #expect(throws: (any Error).self) { try configuration(["--script", path]) }
        #expect("\(String(describing: problem))".contains("\(path):2: nonsense: there is no fault nonsense"))
    }

    @Test(arguments: [
        ["--fault", "nonsense"], ["--script", "/nonexistent/script"],
        ["--password-seconds", "-1"],
        ["--idle-seconds", "0"], ["--port", "70000"],
        ["--scan-seconds", "-1"], ["--scan-queries", "-1"], ["--code-url-bytes", "201"], ["--code-url-bytes", "39"],
        ["--nonsense"], ["more"],
    ])
    func aWrongCommandLineIsRefused(_ arguments: [String]) {
        #expect(throws: (any Error).self) { try configuration(arguments) }
    }

    @Test(arguments: ["", "short", "654502BB0F57EC8737B4CF12117575B8X", "654502BB0F57EC8737B4 F12117575B8"])
    func aKeyFileHoldsOneKey(_ key: String) {
        #expect(throws: (any Error).self) { try configuration([], key: key) }
    }

    @Test func exitsWithTwoForAWrongCommandLineAndZeroForHelp() async {
        #expect(await CommandLineTool.run(["--nonsense"]) == 2)
        #expect(await CommandLineTool.run([]) == 2)
        #expect(await CommandLineTool.run(["--key-file", "/nonexistent/key"]) == 2)
        #expect(await CommandLineTool.run(["--help"]) == 0)
    }
}
