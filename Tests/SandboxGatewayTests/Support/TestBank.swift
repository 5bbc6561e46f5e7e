import PayEngine
import Testing

@testable import SandboxGateway

/// A bank with a clock to turn, asked without HTTP.
struct TestBank {
    var bank: Bank
    var mischief = FaultInjection()
    var now = Sample.start

    init(_ adjust: (inout BankRules) -> Void = { _ in }) throws {
        var rules = try Sample.rules()
        adjust(&rules)
        bank = Bank(rules: rules)
    }

    /// What came back, opened as a client opens it.
    struct Answer {
        let reply: BankReply
        let interface: BankInterface
        /// Nil where the envelope or the content is no JSON.
        var content: BankJSON?
        var isSigned = false
        var isSignatureGood = false

        var status: Int? { content?["status"]?.whole }
        var internalStatus: Int? { content?["internal_status"]?.whole }
        var description: String { content?["description"]?.text ?? "" }
        var object: BankJSON? { content?[interface.objectName] }
        var order: BankJSON? { object?["freeze_order_content"] }

        /// What a release or consume was answered with.
        var movement: BankJSON? { object?["unfreeze_order_content"] ?? object?["order_content"] }

        /// `current_trade_state` of a release or consume.
        func movementState(_ platform: BankPlatform = .wechat) -> Int? {
            let ext = interface == .unfreeze ? "unfreeze_order_content_ext" : "order_content_ext"
            return movement?["\(platform.extPrefix)_\(ext)"]?["current_trade_state"]?.whole
        }

        /// The releases of a history.
        var releases: [BankJSON]? {
            guard case .array(let releases) = object?["unfreeze_order_content"] else { return nil }
            return releases
        }

        /// `current_trade_state` of the ext of a platform.
        func state(_ platform: BankPlatform = .wechat) -> Int? {
            order?["\(platform.extPrefix)_freeze_order_content_ext"]?["current_trade_state"]?.whole
        }
    }

    mutating func ask(_ interface: BankInterface, _ content: BankJSON) -> Answer {
        ask(interface, text: content.written)
    }

    mutating func ask(_ interface: BankInterface, text: String) -> Answer {
        ask(interface, body: Sample.body(text, key: bank.rules.key))
    }

    mutating func ask(
        _ interface: BankInterface, body: [UInt8], contentType: String? = "application/json"
    ) -> Answer {
        let request = BankRequest(interface: interface, contentType: contentType, body: body)
        let reply = bank.answer(request, now: now, mischief: &mischief)
        return open(reply, interface)
    }

    mutating func order(_ faults: String...) throws {
        for fault in faults { mischief.rules.append(try FaultRule(fault)) }
    }

    private func open(_ reply: BankReply, _ interface: BankInterface) -> Answer {
        var answer = Answer(reply: reply, interface: interface)
        guard let envelope = try? BankJSONReader.read(reply.body),
            let text = envelope["response_content"]?.text
        else { return answer }
        answer.content = try? BankJSONReader.read(Array(text.utf8))
        if let code = envelope.at("authen_info.a.authen_code")?.text {
            answer.isSigned = true
            answer.isSignatureGood = AuthenCode.isValid(code, content: Array(text.utf8), key: bank.rules.key)
        }
        return answer
    }
}
