/// Takes `/cpay/…` to the bank and `/sandbox/…` to the controls.
struct GatewayHandler: Sendable {
    let state: SandboxState
    let connections: ConnectionTable

    /// Answers a request; `connection` is the ordinal of the one that asks.
    func answer(_ request: HTTPRequest, connection: Int) async -> HTTPAnswer {
        if request.path.hasPrefix("/sandbox/") {
            let controls = ControlHandler(state: state, connections: connections, connection: connection)
            return await controls.answer(method: request.method, path: request.path, body: request.body)
        }
        let target = "\(request.method) \(request.path)"
        guard let interface = BankInterface(path: request.path) else {
            guard request.path.hasPrefix("/cpay/") else {
                await state.stray(target: target, connection: connection)
                return HTTPAnswer(status: 404)
            }
            let body = await state.strayAnswer(target: target, connection: connection)
            return HTTPAnswer(contentType: "application/json", body: body)
        }
        guard request.method == "POST" else {
            await state.stray(target: target, connection: connection)
            return HTTPAnswer(status: 405, allow: "POST")
        }
        let asked = BankRequest(interface: interface, contentType: request.contentType, body: request.body)
        do {
            let reply = try await state.answer(asked, connection: connection)
            return HTTPAnswer(
                status: reply.httpStatus, contentType: reply.contentType, location: reply.location, body: reply.body,
                fate: reply.fate)
        } catch {
            // What is not on the disk must not be answered as done: the client sees a lost answer.
            return HTTPAnswer(fate: .close)
        }
    }
}
