import PayEngine
import Testing

@testable import SandboxGateway

/// A sandbox on a port of its own for the length of a test.
struct TestSandbox: Sendable {
    let server: SandboxServer
    let port: UInt16
    let key: AuthenKey

    static func configuration() throws -> SandboxConfiguration { SandboxConfiguration(rules: try Sample.rules()) }

    static func run(
        _ configuration: SandboxConfiguration? = nil, body: (TestSandbox) async throws -> Void
    ) async throws {
        let configuration = try configuration ?? Self.configuration()
        let server = try SandboxServer(configuration)
        let port = try await server.start()
        let sandbox = TestSandbox(server: server, port: port, key: configuration.rules.key)
        do {
            try await body(sandbox)
        } catch {
            await server.stop()
            throw error
        }
        await server.stop()
    }

    func client(patience: Duration = .seconds(20)) throws -> RawClient { try RawClient(port: port, patience: patience) }

    func body(_ content: BankJSON) -> [UInt8] { Sample.body(content.written, key: key) }

    /// `current_trade_state` in the body of an answer.
    func state(_ answer: RawClient.Answer, _ interface: BankInterface = .microFreeze) throws -> Int? {
        let envelope = try BankJSONReader.read(answer.body)
        let text = try #require(envelope["response_content"]?.text)
        let content = try BankJSONReader.read(Array(text.utf8))
        return content[interface.rawValue]?.at(
            "freeze_order_content.wxpay_freeze_order_content_ext.current_trade_state")?.whole
    }
}
