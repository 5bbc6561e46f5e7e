@testable import PosTUI

/// A situation in which keys have a meaning of their own.
enum KeyContext: CaseIterable, Sendable {
    case home, amount, reference, scan, progress, result, lookUpEntry, lookUp, lookUpPlatform, openQuestions
    case closingReason, closingConfirmation, closingUnderWay, help, quitting
    case orderAmount, approver, pin, pinCheck, orderConfirmation
    case offer, held, findForm, found, signIn
}

extension State {
    var context: KeyContext { isQuitting ? .quitting : screen.context }
}

extension ApprovalForm {
    fileprivate var context: KeyContext {
        switch stage {
        case .choosing: .approver
        case .pin: .pin
        case .checking: .pinCheck
        }
    }
}

extension Screen {
    var context: KeyContext {
        switch self {
        case .home: .home
        case .amount: .amount
        case .reference: .reference
        case .scan: .scan
        case .progress, .orderProgress: .progress
        case .offer: .offer
        case .result, .orderResult: .result
        case .lookUp(let screen):
            switch screen.mode {
            case .entry: .lookUpEntry
            case .platform: .lookUpPlatform
            case .report: .lookUp
            }
        case .openQuestions(let screen):
            switch screen.stage {
            case .list: .openQuestions
            case .reason: .closingReason
            case .approval(_, _, let approval): approval.context
            case .confirmation: .closingConfirmation
            case .closing: .closingUnderWay
            }
        case .held: .held
        case .find(let screen): screen.stage == .form ? .findForm : .found
        case .orderForm(let screen):
            switch screen.stage {
            case .amount: .orderAmount
            case .approval(let approval): approval.context
            case .confirmation: .orderConfirmation
            }
        case .signIn: .signIn
        case .help: .help
        }
    }
}
