import FlyingFox
import FoundationEssentials

/// Takes `/cpay/…` to the bank and `/sandbox/…` to the controls.
struct GatewayHandler: HTTPHandler {
    let state: SandboxState
    let book: LineBook

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard case .ip4(_, let port) = request.remoteAddress, let line = book.line(port: port) else {
            return HTTPResponse(statusCode: .forbidden)
        }
        line.arrange(.pass)
        let body = try await [UInt8](request.bodyData)
        if request.path.hasPrefix("/sandbox/") {
            let controls = ControlHandler(state: state, book: book, connection: line.ordinal)
            return await controls.answer(method: request.method.rawValue, path: request.path, body: body)
        }
        let target = "\(request.method.rawValue) \(request.path)"
        guard let interface = BankInterface(path: request.path) else {
            if request.path.hasPrefix("/cpay/") {
                let answer = await state.strayAnswer(target: target, connection: line.ordinal)
                return HTTPResponse(
                    statusCode: .ok, headers: [.contentType: "application/json"], body: Data(answer))
            }
            await state.stray(target: target, connection: line.ordinal)
            return HTTPResponse(statusCode: .notFound)
        }
        guard request.method == .POST else {
            await state.stray(target: target, connection: line.ordinal)
            let headers: HTTPHeaders = [HTTPHeader("Allow"): "POST"]
            return HTTPResponse(statusCode: .methodNotAllowed, headers: headers)
        }
        let asked = BankRequest(interface: interface, contentType: request.headers[.contentType], body: body)
        let reply = try await state.answer(asked, connection: line.ordinal)
        line.arrange(reply.fate)
        var headers: HTTPHeaders = [.contentType: reply.contentType]
        if let location = reply.location { headers[.location] = location }
        return HTTPResponse(
            statusCode: Self.statusCode(reply.httpStatus), headers: headers, body: Data(reply.body))
    }

    private static func statusCode(_ code: Int) -> HTTPStatusCode {
        let known: [Int: HTTPStatusCode] = [302: .found, 502: .badGateway]
        return known[code] ?? .ok
    }
}
