import Logging
import Persistence

extension PaymentDesk {
    /// The file of the journal that is no longer where it was opened, if there is one.
    ///
    /// Its files are read by their names.
    var movedFile: MovedFile? { journal.displacement.map { MovedFile($0) } }

    /// Read beside the desk: a scan must not wait for it.
    @concurrent public nonisolated func find(_ filter: JournalFilter, limit: Int) async -> SearchResults {
        if let moved = await movedFile { return SearchResults(doubt: .moved(moved)) }
        var found = SearchResults()
        do {
            let listing = try JournalListing(directory: configuration.journalDirectory, filter: filter)
            // Told oldest first: only the last ones stay.
            let unreadable = try listing.orders { deposit in
                found.deposits.append(deposit)
                guard found.deposits.count > 2 * limit else { return }
                found.deposits.removeFirst(found.deposits.count - limit)
                found.hasMore = true
            }
            if found.deposits.count > limit {
                found.deposits.removeFirst(found.deposits.count - limit)
                found.hasMore = true
            }
            found.deposits.reverse()
            if !listing.isWhole || !listing.missing.isEmpty || unreadable > 0 { found.doubt = .incomplete }
        } catch {
            log.error("the journal can't be searched", metadata: ["cause": "\(error)"])
            found.doubt = .unreadable("\(error)")
        }
        return found
    }
}
