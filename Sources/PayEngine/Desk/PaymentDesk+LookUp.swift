import Logging

extension PaymentDesk {
    public func lookUp(_ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?) async -> LookUp {
        let local = book.deposit(named: number.text)
        var result = await inquiry.lookUp(
            number, releaseNumber: releaseNumber, platform: platform, local: local, story: [])
        guard let local else { return result.lookUp }
        var trouble: String?
        if let finding = result.finding {
            if case .failed(let text) = take(finding, to: .query, of: local.number) { trouble = text }
            if let after = book[local.number], after.outcome != local.outcome { announce(TillOrder(after)) }
            followIfOpen(local.number)
        }
        if let open = book[local.number]?.openFollowUp {
            if case .failed(let text) = await ask(about: open.number) { trouble = trouble ?? text }
            if let after = book.order(open.number), after.outcomeName != TillOrder(local, followUp: open).outcomeName {
                announce(after)
            }
        }
        let latest = book[local.number]
        result.lookUp.local =
            trouble.map { trouble in latest.map { TillOrder($0).withJournalTrouble(trouble).deposit } } ?? latest
        // What the journal does not hold is not told: it knows what contradicts it and whose number is contested.
        result.lookUp.outcome = result.lookUp.local?.outcome
        result.lookUp.story = await story(of: local.number)
        return result.lookUp
    }

    /// Read beside the desk: a scan must not wait for it.
    private nonisolated func story(of number: OrderNumber) async -> [LookUp.Line] {
        do {
            return try DepositArchive.story(of: number, directory: configuration.journalDirectory)
        } catch {
            log.error("the journal can't be read", metadata: ["cause": "\(error)"])
            return []
        }
    }
}
