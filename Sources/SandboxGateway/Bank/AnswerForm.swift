/// A way to form answers that can be asked for.
///
/// The raw value is the name in flags and control requests.
enum AnswerForm: String, CaseIterable, Sendable {
    case bareFreezes = "bare-freezes"
    case restByHand = "rest-by-hand"
    case refundedIsFour = "refunded-is-4"
    case timeEndBack = "time-end-back"
    case releaseWait = "release-wait"
    case without

    enum Value: Sendable {
        case nothing
        case seconds
        case name
    }

    /// What stands behind the `=`.
    var takes: Value {
        switch self {
        case .bareFreezes, .restByHand, .refundedIsFour: .nothing
        case .timeEndBack, .releaseWait: .seconds
        case .without: .name
        }
    }

    /// One line for the help and the documentation.
    var says: String {
        switch self {
        case .bareFreezes:
            "answers about freezes have no `freeze_id` and none of the four totals, as those of the published pages"
        case .restByHand:
            "the rest that a consume releases is in `total_manual_unfreeze_fee`; `total_auto_unfreeze_fee` is only "
                + "what the platform released after 30 days"
        case .refundedIsFour: "an Alipay consume that was refunded in full has state 4 instead of 5"
        case .timeEndBack: "`time_end` of freezes is so many seconds earlier, and so is what `release-wait` counts from"
        case .releaseWait: "a WeChat Pay release within so many seconds of the freeze is refused with 104"
        case .without: "leaves the field of that name out of every answer's object, at any depth; may be given again"
        }
    }

    /// The rows of the documentation's table.
    static var markdown: [String] {
        ["| form | what changes |", "|---|---|"]
            + allCases.map { form in
                let value =
                    switch form.takes {
                    case .nothing: ""
                    case .seconds: "=SECONDS"
                    case .name: "=FIELD"
                    }
                return "| `\(form.rawValue)\(value)` | \(form.says) |"
            }
    }
}

/// How an order is shown, spoilt or not.
struct AnswerStyle: Equatable, Sendable {
    enum Exts: Sendable {
        case own
        case none
        case both
    }

    var exts = Exts.own
    /// Shown instead of the order's own state.
    var stage: BankStage?
    var merchant: BankMerchant
    /// Whether releases and totals are shown: a micro_freeze is answered as they were before any of them.
    var showsHistory: Bool
    var forms = AnswerForms()
}
