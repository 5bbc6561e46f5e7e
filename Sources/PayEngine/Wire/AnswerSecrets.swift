/// Takes out of an answer what it must not bring into the till: the till's own key, and payment codes.
///
/// It is the one place where an answer's texts lose them, before anything of it becomes a value.
struct AnswerSecrets {
    let key: AuthenKey
    /// Of the order that is asked about, where the till has scanned it.
    let trace: CodeTrace?

    /// Names of orders, which may be as long as a code and are compared: they stay as they are, unless one holds a
    /// secret, and then it is not there.
    private static let names: Set<String> = [
        "freeze_id", "transaction_id", "unfreeze_id", "out_freeze_no", "out_trade_no", "out_unfreeze_no", "code_url",
        "out_mch_id", "out_sub_mch_id", "out_shop_id",
    ]
    /// The code itself: compared whole, and kept masked.
    private static let code = "author_code"

    /// No text of an answer is longer than this when it is kept, in characters.
    private static let longestText = 2048
    /// What may stand across that end: a code is at most so long, however it is written.
    private static let margin = 128

    /// Returns the answer without them; a text that no gateway would write is cut.
    func removed(from object: WireObject) -> WireObject {
        var traces = [trace].compactMap(\.self)
        for repeated in repeated(in: .object(object)) where !traces.contains(repeated) { traces.append(repeated) }
        return removed(from: object, traces: traces)
    }

    private func removed(from object: WireObject, traces: [CodeTrace]) -> WireObject {
        WireObject(
            members: object.members.map { member in
                WireObject.Member(name: member.name, value: removed(from: member.value, of: member.name, traces))
            })
    }

    private func removed(from value: WireValue, of name: String, _ traces: [CodeTrace]) -> WireValue {
        switch value {
        case .null, .flag, .number: return value
        case .list(let values): return .list(values.map { removed(from: $0, of: name, traces) })
        case .object(let object): return .object(removed(from: object, traces: traces))
        case .text(let text):
            if name == Self.code { return holdsKey(text) ? .null : value }
            guard Self.names.contains(name) else { return .text(cleaned(text, traces)) }
            return holdsKey(text) || traces.contains { CodeSearch.finds($0, in: text) } ? .null : value
        }
    }

    private func cleaned(_ text: String, _ traces: [CodeTrace]) -> String {
        // What can't be seen may split a secret, so it is taken out before one is looked for.
        var text = String(text.printable.prefix(Self.longestText + Self.margin))
        if holdsKey(text) {
            text = text.replacing(String(decoding: key.bytes, as: UTF8.self), with: LogRedactor.replacement)
        }
        for trace in traces { text = CodeSearch(text, trace: trace).masked(text) }
        return String(AuthorCode.maskingCodes(in: text).prefix(Self.longestText))
    }

    private func holdsKey(_ text: String) -> Bool {
        text.printable.contains(String(decoding: key.bytes, as: UTF8.self))
    }

    /// Returns the codes that the answer itself says are an order's: of another till's order nothing else is known.
    private func repeated(in value: WireValue) -> [CodeTrace] {
        switch value {
        case .null, .flag, .number, .text: []
        case .list(let values): values.flatMap { repeated(in: $0) }
        case .object(let object):
            object.members.flatMap { member -> [CodeTrace] in
                guard member.name == Self.code, case .text(let text) = member.value,
                    AuthorCode.resemblesPaymentCode(text)
                else { return repeated(in: member.value) }
                return [CodeTrace(AuthorCode(digits: SecretBytes(text.utf8), platform: .wechat), key: key.bytes)]
            }
        }
    }
}
