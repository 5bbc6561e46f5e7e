import CCurl
import Glibc
import Synchronization

/// libcurl on a thread of its own, which owns every handle.
///
/// One connection to a base is kept and used again; a request that hangs does not hold up another, which then gets a
/// connection of its own.
public final class CurlTransport: Transport {
    /// The longest answer that is read, in bytes.
    public static let answerLimit = 1 << 20
    /// The longest head of an answer, its trailers counted, in bytes.
    public static let headLimit = 1 << 16

    private struct Inbox {
        var exchanges: [CurlExchange] = []
        var isClosed = false
        /// The multi handle, for waking the thread only; nil once the thread is done with it.
        var handle: OpaqueHandle?
    }

    /// A C pointer that several threads may hold; libcurl allows only waking by it.
    private struct OpaqueHandle: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer
    }

    /// Yields a base when the other side has closed the last idle connection to it; for one listener.
    public let losses: AsyncStream<GatewayBase>
    private let settings: CurlSettings
    private let inbox: SharedInbox
    private let lost: AsyncStream<GatewayBase>.Continuation

    private final class SharedInbox: Sendable {
        let state = Mutex(Inbox())
    }

    /// - Throws: ``CurlError`` when libcurl or the thread can't be set up.
    public convenience init(gateway: TillConfiguration.Gateway) throws(CurlError) {
        try self.init(gateway: gateway, sent: nil)
    }

    /// For measuring: `sent` is called on the transport's thread as soon as a request's last byte is with the kernel.
    package init(gateway: TillConfiguration.Gateway, sent: (@Sendable () -> Void)?) throws(CurlError) {
        settings = CurlSettings(gateway)
        inbox = SharedInbox()
        (losses, lost) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(16))
        guard Self.isLibraryReady, let multi = curl_multi_init() else { throw .unavailable }
        // Without descriptors for it libcurl goes on, but a request then leaves up to a minute late.
        guard curl_multi_wakeup(multi) == CURLM_OK else {
            curl_multi_cleanup(multi)
            throw .noWakeUp
        }
        inbox.state.withLock { $0.handle = OpaqueHandle(pointer: multi) }
        do {
            try Self.startThread(inbox: inbox, multi: OpaqueHandle(pointer: multi), lost: lost, sent: sent)
        } catch {
            inbox.state.withLock { $0.handle = nil }
            curl_multi_cleanup(multi)
            throw error
        }
    }

    deinit {
        lost.finish()
        inbox.state.withLock { inbox in
            inbox.isClosed = true
            if let handle = inbox.handle { curl_multi_wakeup(handle.pointer) }
        }
    }

    /// Sends a body by POST, and returns when there is an answer or surely none comes.
    ///
    /// The bytes are sent once at the most; the result says whether any may have left.
    public func post(_ body: SecretBytes, to path: String, at base: GatewayBase) async -> TransportResult {
        let pending = PendingResult()
        let exchange = CurlExchange(base: base, path: path, body: body, settings: settings, pending: pending)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                guard pending.begin(continuation) else {
                    return continuation.resume(returning: PendingResult.notBegun)
                }
                hand(exchange)
            }
        } onCancel: {
            pending.abandon()
        }
    }

    /// Hands a request to the thread.
    private func hand(_ exchange: CurlExchange) {
        let handle = inbox.state.withLock { inbox -> OpaqueHandle? in
            guard !inbox.isClosed, let handle = inbox.handle else { return nil }
            inbox.exchanges.append(exchange)
            return handle
        }
        guard let handle else {
            exchange.finish(.notConnected("the transport is closed"))
            return
        }
        // Without the lock, which the woken thread wants at once. It does not end before this object does.
        let isAwake = withExtendedLifetime(self) { curl_multi_wakeup(handle.pointer) == CURLM_OK }
        // It may have come by itself meanwhile: what it took is its own to finish.
        guard !isAwake, takeBack(exchange) else { return }
        exchange.finish(.notConnected("libcurl's thread can't be woken"))
    }

    /// Takes a request back that the thread has not seen.
    private func takeBack(_ exchange: CurlExchange) -> Bool {
        inbox.state.withLock { inbox in
            guard let index = inbox.exchanges.firstIndex(where: { $0 === exchange }) else { return false }
            inbox.exchanges.remove(at: index)
            return true
        }
    }

    private static let isLibraryReady = {
        TLSLibrary.prepare()
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    private static func startThread(
        inbox: SharedInbox, multi: OpaqueHandle, lost: AsyncStream<GatewayBase>.Continuation,
        sent: (@Sendable () -> Void)?
    ) throws(CurlError) {
        let code = OwnThread.start { run(inbox: inbox, multi: multi.pointer, lost: lost, sent: sent) }
        guard code == 0 else { throw .thread(errno: code) }
    }

    private static func run(
        inbox: SharedInbox, multi: UnsafeMutableRawPointer, lost: AsyncStream<GatewayBase>.Continuation,
        sent: (@Sendable () -> Void)?
    ) {
        let connections = ConnectionBook()
        var running: [UnsafeMutableRawPointer: CurlExchange] = [:]
        while true {
            let (added, isClosed) = inbox.state.withLock { inbox in
                defer { inbox.exchanges = [] }
                return (inbox.exchanges, inbox.isClosed)
            }
            for exchange in added { start(exchange, on: multi, connections, running: &running) }
            if isClosed && running.isEmpty { break }
            var count: Int32 = 0
            let code = curl_multi_perform(multi, &count)
            if let sent {
                for exchange in running.values where exchange.takeIsSent() { sent() }
            }
            if code == CURLM_OK {
                reap(multi, running: &running)
            } else {
                giveUp(multi, running: &running)
            }
            if running.isEmpty && isClosed { break }
            for base in wait(multi, connections, atMost: running.isEmpty ? 60_000 : 1000) { lost.yield(base) }
        }
        // After this no one wakes a handle that is gone.
        inbox.state.withLock { $0.handle = nil }
        // It tells of the connections that it closes.
        withExtendedLifetime(connections) { _ = curl_multi_cleanup(multi) }
    }

    /// Waits for new work, for the end, for what runs, and for idle connections that are closed by the other side.
    ///
    /// Running requests have their own timers inside.
    ///
    /// - Returns: The bases whose last connection was closed.
    private static func wait(
        _ multi: UnsafeMutableRawPointer, _ connections: ConnectionBook, atMost milliseconds: Int32
    ) -> [GatewayBase] {
        var watched = connections.idle.map { curl_waitfd(fd: $0, events: Int16(CURL_WAIT_POLLIN), revents: 0) }
        curl_multi_poll(multi, &watched, UInt32(watched.count), milliseconds, nil)
        return watched.filter { $0.revents != 0 }.compactMap { connections.retire($0.fd) }
    }

    private static func start(
        _ exchange: CurlExchange, on multi: UnsafeMutableRawPointer, _ connections: ConnectionBook,
        running: inout [UnsafeMutableRawPointer: CurlExchange]
    ) {
        guard let handle = exchange.prepare(connections) else {
            exchange.finish(.notConnected("libcurl is out of memory"))
            return
        }
        guard curl_multi_add_handle(multi, handle) == CURLM_OK else {
            exchange.discard()
            exchange.finish(.notConnected("libcurl did not take the request"))
            return
        }
        running[handle] = exchange
    }

    /// libcurl itself has failed: what runs may have been sent.
    private static func giveUp(
        _ multi: UnsafeMutableRawPointer, running: inout [UnsafeMutableRawPointer: CurlExchange]
    ) {
        for (handle, exchange) in running {
            curl_multi_remove_handle(multi, handle)
            exchange.discard()
            exchange.finish(.lost("libcurl failed"))
        }
        running = [:]
    }

    private static func reap(
        _ multi: UnsafeMutableRawPointer, running: inout [UnsafeMutableRawPointer: CurlExchange]
    ) {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle else { continue }
            let code = message.pointee.data.result
            curl_multi_remove_handle(multi, handle)
            guard let exchange = running.removeValue(forKey: handle) else { continue }
            let result = exchange.result(code)
            exchange.discard()
            exchange.finish(result)
        }
    }
}

/// Why libcurl can't be used at all.
public enum CurlError: Error, Equatable, Sendable {
    case unavailable
    /// libcurl has no descriptors left for what wakes its thread.
    case noWakeUp
    /// No thread could be made; `errno` as the kernel gave it.
    case thread(errno: Int32)
}

/// What every request of one transport has in common.
struct CurlSettings: Sendable {
    let authorityFile: String?
    /// The proxy; empty: none.
    ///
    /// The environment's proxies never count.
    let proxy: String
    let tls: TLSPolicy
    let connectTimeoutMilliseconds: Int
    let timeoutMilliseconds: Int

    init(_ gateway: TillConfiguration.Gateway) {
        authorityFile = gateway.authorityFile
        proxy = gateway.proxy ?? ""
        tls = TLSPolicy(ciphers: gateway.ciphers)
        connectTimeoutMilliseconds = max(1, gateway.connectTimeout.wholeMilliseconds)
        timeoutMilliseconds = max(1, gateway.timeout.wholeMilliseconds)
    }
}
