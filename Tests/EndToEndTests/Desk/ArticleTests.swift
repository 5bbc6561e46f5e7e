import PayEngine
import TestSupport
import Testing

/// The code of the documentation's articles, which is the same text (see TidyTests).
struct ArticleTests {
    @Test func takingADeposit() async throws {
        try await TestTill.run { till in
            let path = till.folder.file("till.toml")

            let configuration = try TillConfiguration.load(path: path, environment: [:])
            let transport = try CurlTransport(gateway: configuration.gateway)
            let log = LogFile.logger("example", configuration: configuration)
            let desk = try PaymentDesk.open(configuration: configuration, transport: transport, log: log)

            let code = try AuthorCode(scanned: "134550264496882447", prefixes: configuration.codes)
            var order: DepositOrder?
            for await progress in await desk.freeze(FreezeRequest(amount: Fen(1250), code: code)) {
                switch progress {
                case .started(let made), .changed(let made), .settled(let made), .leftOpen(let made): order = made
                case .seenBefore(let earlier): order = DepositOrder(earlier)
                case .rejected, .heldBack, .offered: break
                }
            }

            let sentence =
                switch order?.outcome {
                case .done: "frozen, record \(order?.record ?? "")"
                case .over: "frozen, and nothing of it is held any more"
                case .refused: "not frozen"
                case .notSent, nil: "nothing was sent"
                case .waiting, .unknown: "not known yet, number \(order?.number.text ?? "")"
                }

            let open = await desk.openQuestions()
            let stillOpen = open.isEmpty ? [] : await desk.reconcile(wait: .seconds(30))
            await desk.close()

            let record = try #require(order?.record)
            #expect(sentence == "frozen, record \(record)")
            #expect(open.isEmpty && stillOpen.isEmpty)
            #expect(try till.lines(of: #require(order?.number)).last == "frozen(held)")
        }
    }
}
