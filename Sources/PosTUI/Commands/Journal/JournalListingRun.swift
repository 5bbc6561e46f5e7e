import PayEngine

/// Finds orders in the journal and prints them as they are found.
struct JournalListingRun {
    let session: EngineSession
    let filter: JournalFilter

    /// Prints one line for each order.
    func orders(header: String? = nil, end: String = "\n", _ line: (Deposit) -> String) throws {
        try run { listing, output in
            if let header { try output.print(header, end: end) }
            let unreadable = try listing.orders { try output.print(line($0), end: end) }
            if unreadable > 0 { StandardStreams.tell(Phrase.unreadableOrders(unreadable).text(in: session.language)) }
        }
    }

    /// The lines of the orders.
    func lines() throws {
        try run { listing, output in try listing.lines { try output.print(raw: $0) } }
    }

    private func run(_ body: (JournalListing, DataOutput) throws -> Void) throws {
        let output = DataOutput(session: session)
        try session.tellMissingJournal()
        do {
            let listing = try JournalListing(directory: session.configuration.journalDirectory, filter: filter)
            if !listing.isWhole { StandardStreams.tell(Phrase.listingOfDamagedJournal.text(in: session.language)) }
            try body(listing, output)
            try output.flush()
            try session.tell(contradictions: listing.contradictions)
        } catch let error as DeskError {
            throw session.refuse(.journalNotReadable(error), .journal)
        } catch is DataOutput.Over {
            return
        }
    }
}
