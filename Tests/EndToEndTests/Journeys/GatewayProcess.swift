import FoundationEssentials
import Glibc
import TestSupport

@testable import SandboxGateway

/// `cpay-sandbox` as a process of its own.
struct GatewayProcess: Sendable {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    let port: UInt16
    private let program: Program

    var base: String { "http://127.0.0.1:\(port)" }

    static func start(in folder: TemporaryFolder, faults: [String] = [], flags: [String] = []) async throws
        -> GatewayProcess
    {
        try folder.write(TestMerchant.keyText + "\n", to: "sandbox.key")
        let portFile = folder.file("sandbox.port")
        let program = try Program(
            Program.sandbox(),
            ["--port", "0", "--key-file", folder.file("sandbox.key"), "--port-file", portFile, "--exit-with-parent"]
                + ["--form", "time-end-back=60"] + faults.flatMap { ["--fault", $0] } + flags)
        try await Polling.until("the sandbox listens") { access(portFile, R_OK) == 0 }
        let text = String(decoding: FileManager.default.contents(atPath: portFile) ?? Data(), as: UTF8.self)
        guard let port = UInt16(text.filter(\.isNumber)) else {
            throw Problem(description: "\(text) is no port")
        }
        return GatewayProcess(port: port, program: program)
    }

    func end() async {
        program.signal(SIGTERM)
        _ = try? await program.end()
    }

    // MARK: - Control

    /// The orders that were made.
    func orders() async throws -> [BankJSON] {
        guard case .array(let orders) = try await control("GET", "orders") else { return [] }
        return orders
    }

    func setState(_ state: String, of number: String) async throws {
        _ = try await control("POST", "orders/\(number)/state", body: "{\"state\":\"\(state)\"}")
    }

    /// What the customer does now: `scan` or `pay`.
    func act(_ action: String, on number: String) async throws {
        _ = try await control("POST", "orders/\(number)/\(action)")
    }

    private func control(_ method: String, _ path: String, body: String = "") async throws -> BankJSON {
        let request =
            "\(method) /sandbox/\(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        let answer = try exchange(Array(request.utf8))
        let mark = Array("\r\n\r\n".utf8)
        guard answer.starts(with: Array("HTTP/1.1 200".utf8)), let gap = answer.firstRange(of: mark) else {
            throw Problem(description: "\(path): \(String(decoding: answer, as: UTF8.self))")
        }
        return try BankJSONReader.read(Array(answer[gap.upperBound...]))
    }

    private func exchange(_ request: [UInt8]) throws -> [UInt8] {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Problem(description: "no socket: \(errno)") }
        defer { close(descriptor) }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0, send(descriptor, request, request.count, Int32(MSG_NOSIGNAL)) == request.count else {
            throw Problem(description: "the sandbox can't be asked: \(errno)")
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16384)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return answer }
            answer += buffer[..<count]
        }
    }
}
