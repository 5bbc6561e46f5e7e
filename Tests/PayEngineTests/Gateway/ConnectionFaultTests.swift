import CCurl
import Glibc
import Testing

@testable import PayEngine

@Suite struct ConnectionFaultTests {
    /// libcurl's result, OpenSSL's of the certificate, and `errno`.
    @Test(
        arguments: [
            (CURLE_COULDNT_RESOLVE_HOST, 0, 0, .unresolved), (CURLE_COULDNT_CONNECT, 0, Int(ECONNREFUSED), .refused),
            (CURLE_COULDNT_CONNECT, 0, Int(EHOSTUNREACH), .unreachable), (CURLE_OPERATION_TIMEDOUT, 0, 0, .timedOut),
            (CURLE_PEER_FAILED_VERIFICATION, 10, 0, .certificateExpired),
            (CURLE_PEER_FAILED_VERIFICATION, 9, 0, .certificateNotYetValid),
            (CURLE_PEER_FAILED_VERIFICATION, 0, 0, .certificateOfAnotherHost),
            (CURLE_PEER_FAILED_VERIFICATION, 62, 0, .certificateOfAnotherHost),
            (CURLE_PEER_FAILED_VERIFICATION, 1, 0, .certificateOfAnotherHost),
            (CURLE_PEER_FAILED_VERIFICATION, 18, 0, .certificateUntrusted),
            (CURLE_PEER_FAILED_VERIFICATION, 20, 0, .certificateUntrusted), (CURLE_SSL_CONNECT_ERROR, 0, 0, .noTLS),
            (CURLE_GOT_NOTHING, 0, 0, .closed), (CURLE_SEND_FAIL_REWIND, 0, 0, .closed),
            (CURLE_OUT_OF_MEMORY, 0, 0, nil),
        ] as [(CURLcode, Int, Int, ConnectionFault?)])
    func theCodesTell(code: CURLcode, verification: Int, system: Int, fault: ConnectionFault?) {
        #expect(ConnectionFault(code, verification: verification, system: system) == fault)
    }
}
