/// Every key of the till. `update`, the hint bar and the help screen all read this one table.
enum KeyMap {
    static func action(for key: Key, in context: KeyContext) -> Action? {
        bindings(in: context).first { $0.keys.contains(key) }?.action
    }

    /// In the order of the hint bar.
    static func bindings(in context: KeyContext) -> [KeyBinding] {
        switch context {
        case .home:
            [newDeposit, lookUp, openQuestions, held, find, news, help, questionMark, quit, signOut, dismiss]
        case .amount:
            [submitAmount] + quickAmounts + [clear, back, lookUp, openQuestions, news, help, quit, newDeposit]
        case .reference:
            [submitReference, clear, back, lookUp, openQuestions, news, help, quit, newDeposit]
        case .scan:
            [submitScan, offerCode, switchPlatform, clear, back, lookUp, openQuestions, news, help, quit] + [
                newDeposit
            ]
        case .progress: [leave, noWayBack, openQuestions, news, help, quit]
        case .result:
            [newDeposit, details, release, consume, openQuestions, home, heldToo, findToo, news, help] + [
                questionMark, quit,
            ]
        case .lookUpEntry:
            [submitNumber, clear, back, newDeposit, openQuestions, find, heldToo, news, help, quit]
        case .lookUp:
            [refresh, release, consume, narrow, lookUpAnother, back, newDeposit] + scrolling + [
                help, quit, openQuestions, heldToo, findToo, news, questionMark,
            ]
        case .lookUpPlatform: [askWeChat, askAlipay, back, newDeposit, news, help, quit]
        case .openQuestions:
            [openDetails, closeByHand, refresh] + scrolling + [
                back, help, quit, newDeposit, lookUp, heldToo, findToo, news, questionMark,
            ]
        case .closingReason: [submitReason, clear, back, help, quit, newDeposit]
        case .closingConfirmation: [confirmClosing, back, help, quit, newDeposit]
        case .closingUnderWay: [back, help, quit, newDeposit]
        case .help: [closeHelp] + scrolling + [newDeposit, quit]
        case .quitting: [confirmQuit, stay]
        // MARK: Releases, consumes and approval
        case .followUpAmount:
            [submitFollowUp, toRemark, chooseRest, resetAmount, back, help, quit, toAmount, newDeposit]
        case .approver: [chooseApprover, up, down, back, help, quit, newDeposit]
        case .pin: [submitPin, clear, back, help, quit, newDeposit]
        case .pinCheck: [back, help, quit, newDeposit]
        case .followUpConfirmation: [confirmFollowUp, back, help, quit, newDeposit]
        case .offer: [leave, giveUpCode, openQuestions, news, help, quit]
        case .held:
            [openSelected, reload] + scrolling + [
                back, find, newDeposit, lookUp, openQuestions, help, quit, news, questionMark,
            ]
        case .findForm:
            [submitSearch, nextField, previousField, clear, back, newDeposit, lookUp, openQuestions, heldToo] + [
                news, help, quit,
            ]
        case .found:
            [openSelected, changeSearch, reload] + scrolling + [
                newDeposit, lookUp, openQuestions, held, help, quit, news, questionMark,
            ]
        case .signIn: [submitSignIn] + scrolling + [chooseOther, clear, help, quit]
        }
    }
}
