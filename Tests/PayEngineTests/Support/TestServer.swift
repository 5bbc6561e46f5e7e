import Foundation
import Glibc
import Synchronization

/// A TCP server on loopback that does what a test says, byte by byte.
///
/// Every connection has a thread of its own.
final class TestServer: Sendable {
    /// What one connection does, from its acceptance to its end; it is closed afterwards.
    typealias Behaviour = @Sendable (TestConnection) -> Void

    private struct State {
        var connectionCount = 0
        var requests: [TestRequest] = []
    }

    let port: UInt16
    /// Yields the index of every connection that this side has closed.
    let closings: AsyncStream<Int>
    /// Yields every whole request.
    let arrivals: AsyncStream<TestRequest>
    private let descriptor: Int32
    private let closed: AsyncStream<Int>.Continuation
    private let arrived: AsyncStream<TestRequest>.Continuation
    private let state = Mutex(State())

    init(_ behaviour: @escaping Behaviour) throws {
        (descriptor, port) = try LoopbackSocket.bound()
        (closings, closed) = AsyncStream.makeStream()
        (arrivals, arrived) = AsyncStream.makeStream()
        guard listen(descriptor, 64) == 0 else { throw LoopbackSocket.Failure(errno: errno) }
        let descriptor = descriptor
        Thread.detachNewThread { [weak self] in
            while true {
                let peer = accept(descriptor, nil, nil)
                guard peer >= 0, let self else { break }
                self.serve(peer, behaviour)
            }
            Glibc.close(descriptor)
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    var address: String { "127.0.0.1:\(port)" }
    var connectionCount: Int { state.withLock { $0.connectionCount } }
    /// The whole requests so far, over all connections.
    var requests: [TestRequest] { state.withLock { $0.requests } }

    private func serve(_ peer: Int32, _ behaviour: @escaping Behaviour) {
        let index = state.withLock { state in
            state.connectionCount += 1
            return state.connectionCount - 1
        }
        let connection = TestConnection(descriptor: peer, index: index) { [weak self] request in
            self?.state.withLock { $0.requests.append(request) }
            self?.arrived.yield(request)
        }
        Thread.detachNewThread { [closed] in
            behaviour(connection)
            connection.close()
            closed.yield(index)
        }
    }
}
