import Synchronization

@testable import PayEngine

/// A transport that answers by a script and remembers what it was given.
final class ScriptedTransport: Transport {
    struct Request: Sendable {
        let body: [UInt8]
        let path: String
        let base: GatewayBase

        var interface: Interface? { Interface(rawValue: String(path.dropFirst("/cpay/".count))) }
        /// The content string's exact bytes.
        var content: [UInt8] {
            let envelope = try? JSONValue(body)
            return Array((envelope?["request_content"]?.text ?? "").utf8)
        }
    }

    private let seen = Mutex<[Request]>([])
    private let script: @Sendable (Request, Int) async -> TransportResult

    /// - Parameter script: is given the request and how many came before it.
    init(_ script: @escaping @Sendable (Request, Int) async -> TransportResult) {
        self.script = script
    }

    /// One result after the other; the last one for ever.
    convenience init(_ results: TransportResult...) {
        self.init { _, index in results[min(index, results.count - 1)] }
    }

    var requests: [Request] { seen.withLock { $0 } }

    func requests(to interface: Interface) -> [Request] {
        requests.filter { $0.interface == interface }
    }

    func post(_ body: SecretBytes, to path: String, at base: GatewayBase) async -> TransportResult {
        let request = Request(body: Array(body), path: path, base: base)
        let index = seen.withLock { seen in
            seen.append(request)
            return seen.count - 1
        }
        return await script(request, index)
    }
}
