import PayEngine

/// One clerk, who freezes one deposit after another, gives some back and keeps some, and tells what the desk tells.
struct SimulatedClerk: Sendable {
    let desk: PaymentDesk
    let configuration: TillConfiguration

    func run(from first: Int, by step: Int) async {
        for count in stride(from: first, to: .max, by: step) {
            // Every other deposit is Alipay's, which can be given back and kept in parts.
            let isAlipay = count / step % 2 == 1
            let digits = String(count)
            let start = isAlipay ? "28" : "13"
            let text = start + String(repeating: "0", count: max(0, 16 - digits.count)) + digits
            do {
                let code = try AuthorCode(scanned: text, prefixes: configuration.codes)
                let request = FreezeRequest(amount: try Fen(yuan: "12.50"), code: code, wait: .seconds(20))
                var frozen: OrderNumber?
                for await progress in await desk.freeze(request) {
                    Told.say(progress)
                    if case .settled(let order) = progress, order.outcome == .done { frozen = order.number }
                }
                if let frozen { await follow(frozen, isAlipay: isAlipay, turn: count / step / 2 % 3) }
            } catch {
                Told.say("failed \(error)")
                return
            }
        }
    }

    /// Decides what becomes of a deposit: nothing yet, given back, or kept.
    private func follow(_ number: OrderNumber, isAlipay: Bool, turn: Int) async {
        if turn == 1 {
            let release = ReleaseRequest(number: number, amount: isAlipay ? Fen(425) : nil, wait: .seconds(20))
            for await progress in await desk.release(release) { Told.say(progress) }
        }
        if turn == 2 || turn == 1 && isAlipay {
            let consume = ConsumeRequest(
                number: number, amount: Fen(300), keepsRest: isAlipay && turn == 1, wait: .seconds(20))
            for await progress in await desk.consume(consume) { Told.say(progress) }
        }
    }
}
