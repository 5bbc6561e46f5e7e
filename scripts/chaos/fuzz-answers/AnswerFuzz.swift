/// What libFuzzer calls. The first byte says what was asked and how it went; the rest is the content of a signed answer,
/// or, for some first bytes, a whole body. Whatever it is: nothing traps, nothing is settled without its grounds, and
/// what is settled has a line that can be written and read again.
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
        let freeze = Asked(number: number, platform: platform, fee: Fen(1250))
        var movement = Asked(number: release, platform: platform, fee: Fen(400), deposit: number, frozen: Fen(1250))
        movement.isOnlyConsume = true
        movement.sumsBefore = DepositSums(
            consumed: .zero, releasedByHand: .zero, releasedByItself: .zero, refunded: .zero)
        switch choice >> 3 & 7 {
        case 0:
            check(
                OrderAnswer<FreezeOrderReply>(opened, of: .microFreeze, asked: freeze, merchant: merchant), sending,
                freeze)
        case 1:
            check(
                OrderAnswer<FreezeOrderReply>(opened, of: .queryFreezeOrder, asked: freeze, merchant: merchant),
                sending, freeze)
        case 2:
            check(
                OrderAnswer<UnfreezeReply>(opened, of: .unfreeze, asked: movement, merchant: merchant), sending,
                movement)
        case 3:
            check(
                OrderAnswer<UnfreezeHistoryReply>(opened, of: .queryUnfreezeOrder, asked: movement, merchant: merchant),
                sending, movement)
        case 4:
            check(
                OrderAnswer<TradeOrderReply>(opened, of: .depositConsume, asked: movement, merchant: merchant), sending,
                movement)
        case 5:
            check(
                OrderAnswer<TradeOrderReply>(opened, of: .queryOrder, asked: movement, merchant: merchant), sending,
                movement)
        case 6:
            check(
                OrderAnswer<ScanCodeReply>(opened, of: .scanCodeFreeze, asked: freeze, merchant: merchant), sending,
                freeze)
        default:
            if case .releases(let releases) = HistoryAnswer(opened, asked: freeze, merchant: merchant) {
                if value == nil || !opened.isSigned { trap("a history out of nothing") }
                if releases.contains(where: { ($0.fee ?? .zero) < .zero }) { trap("a negative release") }
            }
        }
    }

    private func check<Reply: OrderReply>(
        _ answer: OrderAnswer<Reply>, _ sending: Meaning.Sending, _ asked: Asked
    ) {
        let isJSON = StrictJSON.object(content) != nil
        if case .answered(let verdict, let order) = answer.answer {
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
            guard case .answered(let verdict, let order?) = answer.answer, verdict.status == 0, order.fee == asked.fee
            else { return trap("done without grounds") }
            write(order.platformNumber, verdict)
        case .refused, .waiting, .notThere:
            guard case .answered(let verdict, let order) = answer.answer else {
                return trap("settled without an answer")
            }
            write(order?.platformNumber, verdict)
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
