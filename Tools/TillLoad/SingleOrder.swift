import PayEngine

/// One order of any kind, told like those under load: what a script kills in the middle.
///
///     freeze CODE FEN | release NUMBER FEN | consume NUMBER FEN
enum SingleOrder: Sendable {
    case freeze(FreezeRequest)
    case release(ReleaseRequest)
    case consume(ConsumeRequest)

    /// Reads an order; nil for words that are none.
    init?(_ words: [String], codes: CodePrefixes) {
        guard words.count == 3, let fen = Int64(words[2]) else { return nil }
        let number = OrderNumber(words[1])
        switch (words[0], number) {
        case ("freeze", _):
            guard let code = try? AuthorCode(scanned: words[1], prefixes: codes) else { return nil }
            self = .freeze(FreezeRequest(amount: Fen(fen), code: code))
        case ("release", let number?): self = .release(ReleaseRequest(number: number, amount: Fen(fen)))
        case ("consume", let number?):
            self = .consume(ConsumeRequest(number: number, amount: Fen(fen), keepsRest: true))
        case (_, _): return nil
        }
    }

    /// Tells it to its end.
    func run(_ desk: PaymentDesk) async {
        switch self {
        case .freeze(let request): for await progress in await desk.freeze(request) { Told.say(progress) }
        case .release(let request): for await progress in await desk.release(request) { Told.say(progress) }
        case .consume(let request): for await progress in await desk.consume(request) { Told.say(progress) }
        }
    }
}
