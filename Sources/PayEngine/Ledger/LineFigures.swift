import Persistence

/// What a replay needs to know of a line that the till spelled, found without decoding it.
struct LineFigures {
    private typealias Key = DepositEventCodec.Fields.CodingKeys

    let key: OrderKey
    let meaning: EventMeaning
    /// The wall clock's time in milliseconds since 1970, `t` of the line.
    let milliseconds: Int64
    private(set) var number: UnsafeRawBufferPointer?
    private(set) var fee: Int64?
    private(set) var frozen: Int64?
    private(set) var sums = DepositSums()
    private(set) var isFromElsewhere = false
    private(set) var keepsRest = false
    private var hasPlatform = false

    /// Reads the figures; nil when the line has to be decoded to know whether it can be.
    ///
    /// It is spelled otherwise then, lacks something, or is about no order.
    init?(_ line: UnsafeRawBufferPointer) {
        guard let head = RecordPrefix(line), let order = head.order, Self.isHeadComplete(line, behind: head.time),
            let key = OrderKey(Self.part(line, order)), OrderNumber.isSpelled(Self.part(line, order)),
            let meaning = EventMeaning(Self.part(line, head.event)),
            let milliseconds = RawLine.milliseconds(Self.part(line, head.time).bytes)
        else { return nil }
        self.key = key
        self.meaning = meaning
        self.milliseconds = milliseconds
        let isPlain = MemberScan.members(line, DepositEventCodec.Fields.names) { key, value in
            switch value {
            case .text(let text): note(key, text)
            case .integer(let value): note(key, value)
            case .flag(let value): note(key, value)
            }
        }
        guard isPlain, isSureToDecode else { return nil }
    }

    /// Whether the sums of the line, where it has any, can be so; as ``DepositEventCodec`` reads them.
    var areTotalsPossible: Bool {
        guard let frozen, sums.tellsWhatIsLeft else { return true }
        return DepositTotals(frozen: Fen(frozen), sums: sums) != nil
    }

    /// Whether everything is there that ``DepositEventCodec`` refuses a line for.
    private var isSureToDecode: Bool {
        switch meaning {
        case .closed: true
        case .order(.freeze, .intended?): fee != nil && hasPlatform
        case .order(.freeze, .sendingAgain?), .order(.freeze, .reported?), .order(.freeze, nil): true
        case .order(.release, let step), .order(.consume, let step):
            (number.map(OrderNumber.isSpelled) ?? false) && fee != nil
                && (step != .intended || (hasPlatform && frozen != nil))
        }
    }

    private mutating func note(_ key: Key, _ text: UnsafeRawBufferPointer) -> Bool {
        switch key {
        case .number: number = text
        case .platform: hasPlatform = MemberSearch.isEqual(text, "wechat") || MemberSearch.isEqual(text, "alipay")
        case .rest: keepsRest = MemberSearch.isEqual(text, "kept")
        case .base, .staff, .approver, .approval, .code, .digest, .body, .remark, .reference, .why, .text, .description,
            .reason:
            break
        case .fee, .expire, .elsewhere, .restReleased, .frozen, .consumed, .released, .automatic, .refunded, .left,
            .state, .status, .internalStatus, .logID, .created, .ended:
            return false
        }
        return true
    }

    private mutating func note(_ key: Key, _ value: Int64) -> Bool {
        switch key {
        case .fee: fee = value
        case .frozen: frozen = value
        case .consumed: sums.consumed = Fen(value)
        case .released: sums.releasedByHand = Fen(value)
        case .automatic: sums.releasedByItself = Fen(value)
        case .refunded: sums.refunded = Fen(value)
        case .restReleased, .left: break
        case .state, .status, .internalStatus: return true
        case .logID: return UInt32(exactly: value) != nil
        case .expire, .created, .ended: return DepositEventCodec.Fields.times.contains(value)
        case .number, .platform, .base, .staff, .approver, .approval, .code, .digest, .body, .remark, .reference,
            .elsewhere,
            .rest, .why, .text, .description, .reason:
            return false
        }
        return DepositEventCodec.Fields.amounts.contains(value)
    }

    private mutating func note(_ key: Key, _ value: Bool) -> Bool {
        guard key == .elsewhere else { return false }
        isFromElsewhere = value
        return true
    }

    private static func part(_ line: UnsafeRawBufferPointer, _ range: Range<Int>) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: line[range])
    }

    /// Whether `m`, a number, and `b`, a text, follow `t`.
    private static func isHeadComplete(_ line: UnsafeRawBufferPointer, behind time: Range<Int>) -> Bool {
        var at = time.upperBound + 1
        guard skip(",\"m\":", line, &at) else { return false }
        while at < line.count, line[at] != UInt8(ascii: ",") {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(line[at]) else { return false }
            at += 1
        }
        return skip(",\"b\":\"", line, &at)
    }

    private static func skip(_ text: StaticString, _ line: UnsafeRawBufferPointer, _ at: inout Int) -> Bool {
        let end = at + text.utf8CodeUnitCount
        guard end <= line.count, MemberSearch.isEqual(part(line, at..<end), text) else { return false }
        at = end
        return true
    }
}
