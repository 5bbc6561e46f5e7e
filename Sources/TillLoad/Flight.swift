import PayEngine

/// One clerk, who freezes one deposit after another and tells what the desk tells.
struct Flight: Sendable {
    let desk: PaymentDesk
    let configuration: TillConfiguration

    func run(from first: Int, by step: Int) async {
        for count in stride(from: first, to: .max, by: step) {
            let digits = String(count)
            let text = "13" + String(repeating: "0", count: max(0, 16 - digits.count)) + digits
            do {
                let code = try AuthorCode(scanned: text, prefixes: configuration.codes)
                let request = FreezeRequest(amount: try Fen(yuan: "12.50"), code: code, wait: .seconds(20))
                for await progress in await desk.freeze(request) { tell(progress) }
            } catch {
                Told.say("failed \(error)")
                return
            }
        }
    }

    private func tell(_ progress: FreezeProgress) {
        switch progress {
        case .started(let deposit): Told.say("started \(deposit.number)")
        case .offered, .changed: break
        case .settled(let deposit): Told.say("settled \(deposit.number) \(deposit.outcome.rawValue)")
        case .leftOpen(let deposit): Told.say("open \(deposit.number)")
        case .seenBefore(let deposit): Told.say("failed seen before \(deposit.number)")
        case .rejected(let rejection): Told.say("rejected \(rejection)")
        }
    }
}
