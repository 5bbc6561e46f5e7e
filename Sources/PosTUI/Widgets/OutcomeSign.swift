import PayEngine

/// The shape of an outcome, drawn with filled cells: colour is never the only sign.
enum OutcomeSign {
    static let width = 10
    static let height = 5

    static func rows(_ band: Band) -> [String] {
        switch band {
        case .outcome(let outcome): rows(outcome)
        case .lateSuccess: ["  ####    ", " ##  ## ##", "####### ##", "#######   ", "####### ##"]
        case .nothingTaken: rows(.refused)
        }
    }

    static func rows(_ outcome: Outcome) -> [String] {
        switch outcome {
        case .done: ["        ##", "      ### ", "##   ##   ", " ## ##    ", "  ###     "]
        case .waiting: ["##########", "  ##  ##  ", "    ##    ", "  ##  ##  ", "##########"]
        case .refused: ["##      ##", "  ##  ##  ", "    ##    ", "  ##  ##  ", "##      ##"]
        case .unknown: ["  ######  ", " ##    ## ", "     ##   ", "          ", "     ##   "]
        case .notSent: ["          ", "##########", "##########", "##########", "          "]
        case .over: [" ######## ", "##      ##", "##      ##", "##      ##", " ######## "]
        }
    }
}

extension Outcome {
    /// The role of the big band.
    var band: Role {
        switch self {
        case .done: .frozen
        case .waiting: .waiting
        case .refused: .refused
        case .unknown: .unknown
        case .notSent: .notSent
        case .over: .over
        }
    }

    /// The role of the filled cells in it.
    var sign: Role {
        switch self {
        case .done: .frozenSign
        case .waiting: .waitingSign
        case .refused: .refusedSign
        case .unknown: .unknownSign
        case .notSent: .notSentSign
        case .over: .overSign
        }
    }

    /// The role of a word in a list.
    var textRole: Role {
        switch self {
        case .done: .success
        case .waiting, .unknown: .warning
        case .refused: .error
        case .notSent, .over: .muted
        }
    }
}
