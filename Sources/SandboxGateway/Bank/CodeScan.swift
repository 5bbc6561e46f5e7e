/// How a customer takes to a code that the till shows: scans it, then pays, or lets it expire.
struct CodeScan: Codable, Equatable, Sendable {
    /// `code_url` on the wire.
    var url: String
    /// `time_expire` on the wire.
    var expires: Int
    /// When the customer scans, from when the code was made; nil: never.
    var scans: BankTurn?
    /// When the customer pays, from the scan; nil: never.
    var pays: BankTurn?
    /// What comes of paying: frozen, or the customer stopped.
    var ends = BankStage.frozen
    /// Before the scan the platform has no such order, unless this says otherwise.
    var isCreatedAtOnce = false
    private(set) var scannedAt: Int?
    private(set) var paidAt: Int?
    private var queriesAtScan = 0

    init(url: String, expires: Int, scans: BankTurn?, pays: BankTurn?) {
        self.url = url
        self.expires = expires
        self.scans = scans
        self.pays = pays
    }

    /// Lets the customer do what is due, unless it is too late for that.
    mutating func advance(made: Int, now: Int, queries: Int) {
        if scannedAt == nil, let due = Self.due(scans, since: made, queries: queries, now: now), due < expires {
            scannedAt = due
            queriesAtScan = queries
        }
        guard let scannedAt, paidAt == nil else { return }
        let asked = queries - queriesAtScan
        if let due = Self.due(pays, since: scannedAt, queries: asked, now: now), due < expires { paidAt = due }
    }

    /// Lets the customer scan now; false when the code is too old.
    mutating func scan(at now: Int, queries: Int) -> Bool {
        guard now < expires || scannedAt != nil else { return false }
        if scannedAt == nil {
            scannedAt = now
            queriesAtScan = queries
        }
        return true
    }

    /// Lets the customer scan, if not done yet, and pay now; false when the code is too old.
    mutating func pay(at now: Int, queries: Int) -> Bool {
        guard paidAt == nil else { return true }
        guard now < expires, scan(at: now, queries: queries) else { return false }
        paidAt = now
        return true
    }

    func stage(at now: Int) -> BankStage {
        if paidAt != nil { return ends }
        let isKnown = scannedAt != nil || isCreatedAtOnce
        return isKnown ? (now < expires ? .created : .closed) : .absent
    }

    /// Returns when a turn came, if it has come.
    private static func due(_ turn: BankTurn?, since start: Int, queries: Int, now: Int) -> Int? {
        switch turn {
        case nil: nil
        case .seconds(let wanted): now - start >= wanted ? start + wanted : nil
        case .queries(let wanted): queries >= wanted ? now : nil
        }
    }
}
