/// The requests under `/sandbox/`, with which tests order faults and look into the bank.
struct ControlHandler: Sendable {
    struct Problem: Error {
        let statusCode: Int
        let description: String
    }

    let state: SandboxState
    let connections: ConnectionTable
    /// The ordinal of the connection that asks.
    let connection: Int

    func answer(method: String, path: String, body: [UInt8]) async -> HTTPAnswer {
        let parts = path.split(separator: "/").dropFirst().map(String.init)
        do throws(Problem) {
            let json = try await answer(method: method, parts: parts, body: body)
            return Self.response(200, json)
        } catch {
            return Self.response(error.statusCode, .object([.init("error", .text(error.description))]))
        }
    }

    private func answer(method: String, parts: [String], body: [UInt8]) async throws(Problem) -> BankJSON {
        switch (method, parts.first, parts.count) {
        case ("GET", "requests", 1): return .array(await state.seenRequests.map(\.json))
        case ("GET", "orders", 1): return .array(await state.orderList().map(\.json))
        case ("GET", "faults", 1): break
        case ("POST", "faults", 1): await state.add(try Self.rule(body))
        case ("DELETE", "faults", 1): await state.clearFaults()
        case ("GET", "forms", 1): return await forms()
        case ("POST", "forms", 1): return try await addForm(body)
        case ("DELETE", "forms", 1):
            await state.clearForms()
            return await forms()
        case ("POST", "orders", 3) where parts[2] == "refund": return try await refund(parts[1], body)
        case ("POST", "orders", 3) where parts[2] == "expire": try await expire(parts[1], body)
        case ("POST", "orders", 3) where parts[2] == "state": try await setState(of: parts[1], body)
        case ("POST", "orders", 3) where parts[2] == "scan" || parts[2] == "pay":
            try await scanCode(of: parts[1], pays: parts[2] == "pay", body)
        case ("DELETE", "connections", 1):
            return .object([.init("closed", .number(connections.endAll(but: connection)))])
        case (_, "requests", _), (_, "orders", _), (_, "faults", _), (_, "connections", _), (_, "forms", _):
            throw Problem(statusCode: 405, description: "this can not be done here")
        case (_, _, _): throw Problem(statusCode: 404, description: "there is no such control request")
        }
        return .object([.init("faults", .array(await state.faults.map { .text($0.text) }))])
    }

    private func setState(of number: String, _ body: [UInt8]) async throws(Problem) {
        let wanted = try Self.object(body, names: ["state"])["state"]
        do throws(SandboxState.Problem) {
            try await state.setState(wanted?.text ?? wanted?.whole.map(String.init) ?? "", of: number)
        } catch {
            throw Self.problem(error)
        }
    }

    /// Lets the customer scan the till's code now, or scan and pay it.
    private func scanCode(of number: String, pays: Bool, _ body: [UInt8]) async throws(Problem) {
        if !body.isEmpty { _ = try Self.object(body, names: []) }
        do throws(SandboxState.Problem) {
            try await state.scanCode(of: number, pays: pays)
        } catch {
            throw Self.problem(error)
        }
    }

    private func forms() async -> BankJSON { .object([.init("forms", .array(await state.forms.map { .text($0) }))]) }

    /// Adds a form, as `{"form":"time-end-back=60"}`.
    private func addForm(_ body: [UInt8]) async throws(Problem) -> BankJSON {
        let wanted = try Self.object(body, names: ["form"])["form"]?.text ?? ""
        do throws(AnswerForms.Problem) {
            try await state.add(form: wanted)
        } catch {
            throw Problem(statusCode: 400, description: error.description)
        }
        return await forms()
    }

    /// Refunds: `{"refund_fee":100,"out_refund_no":"…"}`, both of which may be left out.
    private func refund(_ number: String, _ body: [UInt8]) async throws(Problem) -> BankJSON {
        let wanted = body.isEmpty ? BankJSON.object([]) : try Self.object(body, names: ["refund_fee", "out_refund_no"])
        if let fee = wanted["refund_fee"], fee.whole == nil {
            throw Problem(statusCode: 400, description: "refund_fee must be a whole number of fen")
        }
        do throws(SandboxState.Problem) {
            let made = try await state.refund(
                number, fee: wanted["refund_fee"]?.whole, as: wanted["out_refund_no"]?.text)
            return .object([.init("out_refund_no", .text(made))])
        } catch {
            throw Self.problem(error)
        }
    }

    /// Gives back by itself what is left of a deposit.
    private func expire(_ number: String, _ body: [UInt8]) async throws(Problem) {
        if !body.isEmpty { _ = try Self.object(body, names: []) }
        do throws(SandboxState.Problem) {
            try await state.releaseByTime(number)
        } catch {
            throw Self.problem(error)
        }
    }

    private static func problem(_ problem: SandboxState.Problem) -> Problem {
        Problem(
            statusCode: problem.isUnknownOrder ? 404 : 400, description: problem.description)
    }

    /// Reads a fault: `{"fault":"lost@micro_freeze:1"}`, or the parts of it under the names fault, value, interface and
    /// count.
    private static func rule(_ body: [UInt8]) throws(Problem) -> FaultRule {
        let object = try object(body, names: ["fault", "value", "interface", "count"])
        var text = object["fault"]?.text ?? ""
        if let value = object["value"] { text += "=" + (value.text ?? value.whole.map(String.init) ?? "?") }
        if let interface = object["interface"] { text += "@" + (interface.text ?? "?") }
        if let count = object["count"] { text += ":" + (count.whole.map(String.init) ?? "?") }
        do throws(FaultRule.Problem) {
            return try FaultRule(text)
        } catch {
            throw Problem(statusCode: 400, description: error.description)
        }
    }

    private static func object(_ body: [UInt8], names: [String]) throws(Problem) -> BankJSON {
        do throws(BankJSONReader.Problem) {
            let object = try BankJSONReader.read(body)
            guard let members = object.members else {
                throw BankJSONReader.Problem(what: "an object is wanted", offset: 0)
            }
            for member in members where !names.contains(member.name) {
                throw BankJSONReader.Problem(what: "\(member.name) is not known here", offset: 0)
            }
            return object
        } catch {
            throw Problem(statusCode: 400, description: error.what)
        }
    }

    private static func response(_ status: Int, _ json: BankJSON) -> HTTPAnswer {
        HTTPAnswer(status: status, contentType: "application/json", body: Array((json.written + "\n").utf8))
    }
}
