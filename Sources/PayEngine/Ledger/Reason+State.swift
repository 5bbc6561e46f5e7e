/// A reason as the journal's checkpoint keeps it: by the name that it has in lines.
extension Reason {
    func pack(into writer: inout CheckpointEncoder) {
        let code = ReasonCode(self)
        writer.put(code.name)
        writer.put(code.text)
        writer.put(code.verdict) { $1.pack(into: &$0) }
        writer.put(code.tradeState) { $0.put($1) }
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        let code = ReasonCode(
            name: try reader.text(), text: try reader.optionalText(),
            verdict: try reader.optional(GatewayVerdict.init(from:)),
            tradeState: try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.int() })
        guard let reason = code.reason else { throw CheckpointDecoder.Unreadable() }
        self = reason
    }
}

extension GatewayVerdict {
    func pack(into writer: inout CheckpointEncoder) {
        writer.put(status)
        writer.put(internalStatus) { $0.put($1) }
        writer.put(text)
    }

    init(from reader: inout CheckpointDecoder) throws(CheckpointDecoder.Unreadable) {
        self.init(
            status: try reader.int(),
            internalStatus: try reader.optional { reader throws(CheckpointDecoder.Unreadable) in try reader.int() },
            text: try reader.optionalText())
    }
}
