import PayEngine

extension Phrase {
    static let signInTitle = Phrase("登录", "Sign in")
    static let signInHint = Phrase(
        "↑↓ 选择，或输入工号，按 Enter。", "Choose with the arrow keys or type the staff ID, then Enter.")
    static let staffID = Phrase("工号", "Staff ID")
    static let needsPin = Phrase("需密码", "PIN")
    static let pinWasScanned = Phrase(
        "这是扫码枪输入，不作为密码。请用键盘输入。", "That was a scan and doesn't count as an attempt. Type the PIN.")
    static let codeIsNoStaff = Phrase("这是付款码，没有扣款。", "That was a payment code; nothing was taken.")
    static func unknownStaff(_ id: String) -> Phrase {
        Phrase("没有工号 \(id.repeatable)。", "There is no staff ID \(id.repeatable).")
    }
    static let signInFirst = Phrase("请先登录。", "Sign in first.")
    static let nobody = Phrase("未登录", "Nobody signed in")
    static let noStaff = Phrase("配置里没有收银员，不用登录。", "The configuration lists no staff: there is nobody to sign in.")

    static func role(_ role: StaffMember.Role) -> Phrase {
        switch role {
        case .clerk: Phrase("收银员", "clerk")
        case .supervisor: Phrase("主管", "supervisor")
        }
    }

    /// Returns why a PIN was not accepted; nil where it was, or none is needed.
    static func refusal(_ answer: PinAnswer, staffID: String) -> Phrase? {
        switch answer {
        case .accepted, .acceptedAfter, .noPinNeeded: nil
        case .wrong(let left): pinWrong(left: left)
        case .wrongAndLocked(let seconds): pinWrongAndLocked(seconds: seconds)
        case .locked(let seconds): pinLocked(seconds: seconds)
        case .unknownStaff: unknownStaff(staffID)
        case .supervisorNeeded: mayNotApprove
        case .impossible(let trouble): pinImpossible(trouble)
        }
    }
}
