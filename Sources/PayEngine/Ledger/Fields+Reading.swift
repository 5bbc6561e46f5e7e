extension DepositEventCodec.Fields {
    static let names: MemberScan.Names<CodingKeys> = NameTable(
        CodingKeys.allCases.enumerated().map { place, key in (key.rawValue, (key, UInt8(place))) })

    /// Reads the fields of a line; nil when it is no JSON, or a field is of another type.
    ///
    /// `texts` keeps what lines repeat.
    static func read(_ line: [UInt8], _ texts: inout TextPool) -> DepositEventCodec.Fields? {
        line.withUnsafeBytes { Self(plain: $0, &texts) } ?? WireJSON.decode(Self.self, from: line)
    }

    /// Reads a line that is spelled as this program spells lines; nil for another, which says nothing of its fields.
    init?(plain line: UnsafeRawBufferPointer, _ texts: inout TextPool) {
        self.init()
        let isPlain = MemberScan.members(line, Self.names) { key, value in
            switch value {
            case .text(let bytes): set(key, texts.text(bytes))
            case .integer(let value): set(key, value)
            case .flag(let value): set(key, value)
            }
        }
        guard isPlain else { return nil }
    }

    /// Sets a field to a text; false when it is none.
    private mutating func set(_ key: CodingKeys, _ text: String) -> Bool {
        switch key {
        case .number: number = text
        case .platform: platform = text
        case .base: base = text
        case .staff: staff = text
        case .approver: approver = text
        case .approval: approval = text
        case .code: code = text
        case .digest: digest = text
        case .body: body = text
        case .remark: remark = text
        case .reference: reference = text
        case .rest: rest = text
        case .why: why = text
        case .text: self.text = text
        case .description: description = text
        case .reason: reason = text
        case .fee, .expire, .elsewhere, .restReleased, .frozen, .consumed, .released, .automatic, .refunded, .left,
            .state, .status, .internalStatus, .logID, .created, .ended:
            return false
        }
        return true
    }

    /// Sets a field to a number; false when it is none, or none so large.
    private mutating func set(_ key: CodingKeys, _ value: Int64) -> Bool {
        switch key {
        case .fee: fee = value
        case .expire: expire = value
        case .restReleased: restReleased = value
        case .frozen: frozen = value
        case .consumed: consumed = value
        case .released: released = value
        case .automatic: automatic = value
        case .refunded: refunded = value
        case .left: left = value
        case .created: created = value
        case .ended: ended = value
        case .state: state = Int(value)
        case .status: status = Int(value)
        case .internalStatus: internalStatus = Int(value)
        case .logID:
            logID = UInt32(exactly: value)
            return logID != nil
        case .number, .platform, .base, .staff, .approver, .approval, .code, .digest, .body, .remark, .reference,
            .elsewhere,
            .rest, .why, .text, .description, .reason:
            return false
        }
        return true
    }

    /// Sets a field to a truth value; false when it is none.
    private mutating func set(_ key: CodingKeys, _ value: Bool) -> Bool {
        guard key == .elsewhere else { return false }
        elsewhere = value
        return true
    }
}
