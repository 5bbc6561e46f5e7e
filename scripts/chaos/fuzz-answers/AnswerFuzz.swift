/// Takes an input of libFuzzer.
///
/// The first byte says what was asked and how it went; the rest is the content of a signed answer, or, for some first
/// bytes, a whole body. Whatever it is: nothing traps, nothing is settled without its grounds, and what is settled has
/// a line that can be written and read again.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzAnswer(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let first = input.first else { return 0 }
    AnswerCheck(first, Array(input.dropFirst())).run()
    return 0
}

func trap(_ message: String) {
    print(message)
    // A crash is how a fuzzer is told; the till itself has no such line.
    UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
}

struct AnswerCheck {
    private static let number = OrderNumber("sz010002cz1564384955000000000001")
    private static let release = OrderNumber("sz010002cz1564384955000000000002")
    private static let key = AuthenKey("696FF05FA7CE76664211A47CD788CC30")

    private let choice: UInt8
    private let content: [UInt8]

    init(_ choice: UInt8, _ content: [UInt8]) {
        self.choice = choice
        self.content = content
    }

    func run() {
        guard let number = Self.number, let release = Self.release, let key = Self.key else { return }
        let value = StrictJSON.value(content)
        if let value, StrictJSON.value(Array(" ".utf8) + content + Array("\n".utf8)) != value {
            trap("white space counts")
        }
        if value != nil, StrictJSON.value(content + Array("x".utf8)) != nil { trap("what follows is not seen") }
        if choice & 0x80 != 0 {
            // A body: no key was used, so it is never taken for a signed one.
            if (try? Envelope.open(content, key: key))?.isSigned == true { trap("a signature out of nothing") }
            return
        }
        let platform: PayPlatform = choice & 1 == 0 ? .wechat : .alipay
        let sending = Meaning.Sending.allCases[Int(choice >> 1 & 3)]
        let merchant = TillConfiguration.Merchant(providerID: "p", merchantID: "m", shopID: "s", key: key)
        let opened = Envelope.Opened(content: content, isSigned: choice & 0x40 == 0)
        let freeze = ExpectedOrder(number: number, platform: platform, fee: Fen(1250))
        var movement = ExpectedOrder(
            number: release, platform: platform, fee: Fen(400), deposit: number, frozen: Fen(1250))
        movement.isOnlyConsume = true
        movement.sumsBefore = DepositSums(
            consumed: .zero, releasedByHand: .zero, releasedByItself: .zero, refunded: .zero)
        let reader = AnswerReader(merchant: merchant)
        let response = Response(answer: .answered(opened))
        switch choice >> 3 & 7 {
        case 0:
            check(reader.order(response, of: .microFreeze, asked: freeze, as: FreezeOrderReply.self), sending, freeze)
        case 1:
            check(
                reader.order(response, of: .queryFreezeOrder, asked: freeze, as: FreezeOrderReply.self), sending, freeze
            )
        case 2:
            check(reader.order(response, of: .unfreeze, asked: movement, as: UnfreezeReply.self), sending, movement)
        case 3:
            check(
                reader.order(response, of: .queryUnfreezeOrder, asked: movement, as: UnfreezeHistoryReply.self),
                sending, movement)
        case 4:
            check(
                reader.order(response, of: .depositConsume, asked: movement, as: TradeOrderReply.self), sending,
                movement)
        case 5:
            check(reader.order(response, of: .queryOrder, asked: movement, as: TradeOrderReply.self), sending, movement)
        case 6:
            check(reader.order(response, of: .scanCodeFreeze, asked: freeze, as: ScanCodeReply.self), sending, freeze)
        default:
            let answer = reader.releases(response, asked: freeze).answer
            if case .answered(let statement) = answer, let releases = statement.subject {
                if value == nil || !opened.isSigned { trap("a history out of nothing") }
                if releases.contains(where: { ($0.fee ?? .zero) < .zero }) { trap("a negative release") }
            }
        }
    }

    private func check<Order: GatewayOrder>(
        _ answer: Response<Statement<Order>>, _ sending: Meaning.Sending, _ asked: ExpectedOrder
    ) {
        let isJSON = StrictJSON.object(content) != nil
        if case .answered(let statement) = answer.answer {
            let (verdict, order) = (statement.verdict, statement.subject)
            if !isJSON { trap("no JSON is believed") }
            if choice & 0x40 != 0, order != nil || (verdict.status != 3 && verdict.status != 101) {
                trap("an unsigned answer is believed")
            }
            if let order = order as? FreezeOrder, let fee = order.fee {
                if fee < .zero || order.hasImpossibleSums { trap("impossible sums are believed") }
            }
        }
        switch Meaning(answer.answer, to: sending, asked: asked) {
        case .done, .over:
            guard case .answered(let statement) = answer.answer, let order = statement.subject,
                statement.verdict.status == 0, order.fee == asked.fee
            else { return trap("done without grounds") }
            write(order.platformNumber, statement.verdict)
        case .refused, .waiting, .notThere:
            guard case .answered(let statement) = answer.answer else {
                return trap("settled without an answer")
            }
            write(statement.subject?.platformNumber, statement.verdict)
        case .notSent: trap("not sent")
        case .unknown, .askAgain: break
        }
    }

    /// No name and no text of an answer keeps its outcome out of a line.
    private func write(_ name: String?, _ verdict: GatewayVerdict) {
        if let name, name.isEmpty || name.utf8.count > 255 { trap("a name that no line takes") }
        if let text = verdict.text, text.utf8.count > 255 { trap("a text that is too long") }
    }
}
