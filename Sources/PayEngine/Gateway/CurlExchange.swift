import CCurl
import Glibc

/// One request on libcurl: its handle, what it sends and what it got.
///
/// Made by any thread, then used by the transport's thread alone.
final class CurlExchange: @unchecked Sendable {
    private let base: GatewayBase
    private let address: String
    private let body: SecretBytes
    private let settings: CurlSettings
    private let pending: PendingResult
    private var handle: UnsafeMutableRawPointer?
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var answer: [UInt8] = []
    private var headCount = 0
    private var sentCount = 0
    private var isSentTold = false
    private var isTooLarge = false
    private var connections: ConnectionBook?
    /// Its number in the book of connections, once it is about to leave.
    private var request: Int?
    /// Whether libcurl has a connection, TLS included, and is about to send.
    ///
    /// Before that surely no byte of the request left.
    private var mayHaveSent = false

    init(
        base: GatewayBase, path: String, body: SecretBytes, settings: CurlSettings, pending: PendingResult
    ) {
        self.base = base
        address = base.text + path
        self.body = body
        self.settings = settings
        self.pending = pending
    }

    /// Whether the whole body has left libcurl's hands since this was asked last.
    ///
    /// libcurl sends on what it has read before it returns, unless the kernel's buffer is full, which is far larger
    /// than any request.
    func takeIsSent() -> Bool {
        guard mayHaveSent, !isSentTold, sentCount == body.count else { return false }
        isSentTold = true
        return true
    }

    func finish(_ result: TransportResult) {
        pending.finish(result)
    }

    /// Makes the handle, ready to be run; nil without memory.
    ///
    /// `connections`, which must outlive it, is told of every connection that is opened, used or closed.
    func prepare(_ connections: ConnectionBook) -> UnsafeMutableRawPointer? {
        guard let handle = curl_easy_init() else { return nil }
        self.handle = handle
        self.connections = connections
        // Without `Expect` the body leaves together with the header, in one round trip.
        for line in ["Content-Type: application/json", "Accept: application/json", "Expect:"] {
            guard let longer = curl_slist_append(headers, line) else {
                discard()
                return nil
            }
            headers = longer
        }
        let isSet =
            setAddress(handle) && setBody(handle) && setTLS(handle) && setAnswer(handle) && setLimits(handle)
            && setSockets(handle, connections)
        guard isSet else {
            discard()
            return nil
        }
        return handle
    }

    /// Gives the handle back.
    ///
    /// It must not be on the multi handle any more.
    func discard() {
        if let handle { curl_easy_cleanup(handle) }
        handle = nil
        curl_slist_free_all(headers)
        headers = nil
        if let request { connections?.release(request) }
        request = nil
    }

    /// What libcurl's result says of the exchange.
    func result(_ code: CURLcode) -> TransportResult {
        let text = trouble(code)
        guard !isTooLarge else { return .tooLarge }
        guard code == CURLE_OK else { return mayHaveSent ? .lost(text) : .notConnected(text) }
        var status = 0
        guard let handle, postui_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK else {
            return .lost("no HTTP status")
        }
        return .answered(status: status, body: answer, localAddress: localAddress(handle))
    }

    /// In words, and the codes behind them for engineers.
    private func trouble(_ code: CURLcode) -> String {
        let raw = String(cString: curl_easy_strerror(code))
        guard code != CURLE_OK, let handle else { return raw }
        var (verification, system) = (0, 0)
        _ = postui_curl_get_long(handle, CURLINFO_SSL_VERIFYRESULT, &verification)
        _ = postui_curl_get_long(handle, CURLINFO_OS_ERRNO, &system)
        let words = ConnectionFault(code, verification: verification, system: system)?.rawValue ?? raw
        return "\(words) [curl \(code.rawValue)/\(verification)/\(system)]"
    }

    private func localAddress(_ handle: UnsafeMutableRawPointer) -> String? {
        var address: UnsafeMutablePointer<CChar>?
        guard postui_curl_get_string(handle, CURLINFO_LOCAL_IP, &address) == CURLE_OK, let address else { return nil }
        return String(cString: address)
    }

    private func setAddress(_ handle: UnsafeMutableRawPointer) -> Bool {
        all([
            postui_curl_set_string(handle, CURLOPT_URL, address),
            postui_curl_set_string(handle, CURLOPT_PROTOCOLS_STR, address.hasPrefix("https:") ? "https" : "http"),
            postui_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0),
            // Plain HTTP never leaves this machine.
            postui_curl_set_string(handle, CURLOPT_PROXY, address.hasPrefix("http:") ? "" : settings.proxy),
            postui_curl_set_string(handle, CURLOPT_NOPROXY, ""),
            postui_curl_set_string(handle, CURLOPT_USERAGENT, "postui/\(Version.text)"),
            // A later version of HTTP may send a request again on its own.
            postui_curl_set_long(handle, CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            postui_curl_set_long(handle, CURLOPT_TCP_KEEPALIVE, 1),
        ])
    }

    /// The body is read by a function that can't be rewound: libcurl would else send a POST again by itself when a kept
    /// connection closes without an answer.
    private func setBody(_ handle: UnsafeMutableRawPointer) -> Bool {
        let context = Unmanaged.passUnretained(self).toOpaque()
        return all([
            postui_curl_set_long(handle, CURLOPT_POST, 1),
            postui_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)),
            postui_curl_set_list(handle, CURLOPT_HTTPHEADER, headers),
            postui_curl_set_pointer(handle, CURLOPT_READDATA, context),
            postui_curl_set_data_callback(handle, CURLOPT_READFUNCTION) { target, size, count, context in
                guard let target, let context else { return Int(CURL_READFUNC_ABORT) }
                return CurlExchange.from(context).read(into: target, room: size * count)
            },
            postui_curl_set_pointer(handle, CURLOPT_PREREQDATA, context),
            postui_curl_set_prerequest(handle) { context, _, _, _, localPort in
                guard let context else { return CURL_PREREQFUNC_ABORT }
                let mayBegin = CurlExchange.from(context).beginSending(localPort: localPort)
                return mayBegin ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
            },
        ])
    }

    /// - Returns: false when nobody waits for it any more; then no byte leaves.
    private func beginSending(localPort: Int32) -> Bool {
        guard pending.mayBeginSending() else { return false }
        mayHaveSent = true
        request = connections?.engage(localPort: UInt16(truncatingIfNeeded: localPort), to: base)
        return true
    }

    /// libcurl opens and closes its sockets as it would by itself, but tells of it.
    private func setSockets(_ handle: UnsafeMutableRawPointer, _ connections: ConnectionBook) -> Bool {
        all([
            postui_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, Unmanaged.passUnretained(self).toOpaque()),
            postui_curl_set_open_callback(handle) { context, _, address in
                guard let context, let address = address?.pointee else { return CURL_SOCKET_BAD }
                return CurlExchange.from(context).openSocket(address) ?? CURL_SOCKET_BAD
            },
            // The connection outlives this exchange, and so must what is told of its end.
            postui_curl_set_pointer(
                handle, CURLOPT_CLOSESOCKETDATA, Unmanaged.passUnretained(connections).toOpaque()),
            postui_curl_set_close_callback(handle) { context, socket in
                guard let context else { return -1 }
                return Unmanaged<ConnectionBook>.fromOpaque(context).takeUnretainedValue().close(socket)
            },
        ])
    }

    private func openSocket(_ address: curl_sockaddr) -> Int32? {
        connections?.open(
            family: address.family, kind: address.socktype, protocol: address.`protocol`, to: base)
    }

    private func setTLS(_ handle: UnsafeMutableRawPointer) -> Bool {
        var codes = [
            postui_curl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            postui_curl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1),
            postui_curl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2),
            postui_curl_set_pointer(handle, CURLOPT_SSL_CTX_DATA, Unmanaged.passUnretained(self).toOpaque()),
            postui_curl_set_tls_callback(handle) { _, context, exchange in
                guard let context, let exchange else { return CURLE_SSL_CIPHER }
                let policy = CurlExchange.from(exchange).settings.tls
                return policy.apply(to: OpaquePointer(context)) ? CURLE_OK : CURLE_SSL_CIPHER
            },
        ]
        if let file = settings.authorityFile {
            codes.append(postui_curl_set_string(handle, CURLOPT_CAINFO, file))
            // Else the system's folder would be trusted besides.
            codes.append(postui_curl_set_string(handle, CURLOPT_CAPATH, nil))
        }
        return all(codes)
    }

    private func setAnswer(_ handle: UnsafeMutableRawPointer) -> Bool {
        all([
            postui_curl_set_pointer(handle, CURLOPT_WRITEDATA, Unmanaged.passUnretained(self).toOpaque()),
            postui_curl_set_data_callback(handle, CURLOPT_WRITEFUNCTION) { source, size, count, context in
                guard let source, let context else { return 0 }
                return CurlExchange.from(context).take(source, count: size * count)
            },
            postui_curl_set_pointer(handle, CURLOPT_HEADERDATA, Unmanaged.passUnretained(self).toOpaque()),
            postui_curl_set_data_callback(handle, CURLOPT_HEADERFUNCTION) { _, size, count, context in
                guard let context else { return 0 }
                return CurlExchange.from(context).passHead(count: size * count)
            },
        ])
    }

    private func setLimits(_ handle: UnsafeMutableRawPointer) -> Bool {
        all([
            postui_curl_set_long(handle, CURLOPT_NOSIGNAL, 1),
            postui_curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, settings.connectTimeoutMilliseconds),
            postui_curl_set_long(handle, CURLOPT_TIMEOUT_MS, settings.timeoutMilliseconds),
            // libcurl's own limit, 118 s, leaves little room beside an exchange every two minutes.
            postui_curl_set_long(handle, CURLOPT_MAXAGE_CONN, 180),
        ])
    }

    private func all(_ codes: [CURLcode]) -> Bool {
        codes.allSatisfy { $0 == CURLE_OK }
    }

    private static func from(_ context: UnsafeMutableRawPointer) -> CurlExchange {
        Unmanaged<CurlExchange>.fromOpaque(context).takeUnretainedValue()
    }

    private func read(into target: UnsafeMutablePointer<CChar>, room: Int) -> Int {
        let count = min(room, body.count - sentCount)
        body.withUnsafeBytes { bytes in
            guard count > 0, let start = bytes.baseAddress else { return }
            UnsafeMutableRawPointer(target).copyMemory(from: start + sentCount, byteCount: count)
        }
        sentCount += count
        return count
    }

    /// Lines of the head and of trailers are not needed, but nobody may send them without end.
    private func passHead(count: Int) -> Int {
        headCount += count
        isTooLarge = isTooLarge || headCount > CurlTransport.headLimit
        return isTooLarge ? 0 : count
    }

    private func take(_ source: UnsafeMutablePointer<CChar>, count: Int) -> Int {
        guard answer.count + count <= CurlTransport.answerLimit else {
            isTooLarge = true
            return 0
        }
        answer.append(contentsOf: UnsafeRawBufferPointer(start: source, count: count))
        return count
    }
}

extension ConnectionFault {
    /// Makes the fault of libcurl's result; nil for what happens to no request, or says nothing to people.
    ///
    /// `verification` is OpenSSL's result of checking the certificate (0: it was right), `system` the `errno` of the
    /// failed connection.
    init?(_ code: CURLcode, verification: Int, system: Int) {
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: self = .unresolved
        case CURLE_COULDNT_CONNECT: self = system == Int(ECONNREFUSED) ? .refused : .unreachable
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut
        case CURLE_PEER_FAILED_VERIFICATION: self.init(verification: verification)
        case CURLE_SSL_CONNECT_ERROR: self = .noTLS
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_SEND_FAIL_REWIND:
            self = .closed
        default: return nil
        }
    }

    private init(verification: Int) {
        switch verification {
        case Self.hasExpired: self = .certificateExpired
        case Self.isNotYetValid: self = .certificateNotYetValid
        // The chain is right (libcurl begins with 1, `X509_V_ERR_UNSPECIFIED`): what it then refuses is the name.
        case 0, 1, Self.isOfAnotherHost, Self.isOfAnotherAddress: self = .certificateOfAnotherHost
        default: self = .certificateUntrusted
        }
    }

    /// `X509_V_ERR_CERT_NOT_YET_VALID` and its like.
    private static let (isNotYetValid, hasExpired, isOfAnotherHost, isOfAnotherAddress) = (9, 10, 62, 64)
}
