import Logging

extension PaymentDesk {
    public func lookUp(_ number: OrderNumber, releaseNumber: OrderNumber?, platform: PayPlatform?) async -> LookUp {
        let local = book.deposit(named: number.text)
        var result = await inquiry.lookUp(
            number, releaseNumber: releaseNumber, platform: platform, local: local, story: [])
        guard let local else { return result.lookUp }
        if let finding = result.finding {
            _ = take(finding, to: .query, of: local.number)
            if let after = book[local.number], after.outcome != local.outcome { announce(after) }
            followIfOpen(local.number)
        }
        result.lookUp.local = book[local.number]
        // What the journal does not hold is not told: it knows what contradicts it and whose number is contested.
        result.lookUp.outcome = result.lookUp.local?.outcome
        do {
            result.lookUp.story = try DepositArchive.story(
                of: local.number, directory: configuration.journalDirectory)
        } catch {
            log.error("the journal can't be read", metadata: ["cause": "\(error)"])
        }
        return result.lookUp
    }
}
