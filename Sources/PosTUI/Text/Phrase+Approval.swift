import PayEngine

extension Phrase {
    static let approverPrompt = Phrase("请选择批准的主管（↑↓ 选择，Enter 确定）", "Which supervisor approves it? Up, Down, then Enter")
    static func pinPrompt(_ member: StaffMember) -> Phrase {
        Phrase(
            "请 \(member.name.printable) (\(member.id.printable)) 输入密码，按 Enter",
            "PIN of \(member.name.printable) (\(member.id.printable)), then Enter")
    }
    static let closer = Phrase("关闭人", "Closed by")
    static let pinChecking = Phrase("正在核对密码", "Checking the PIN")
    static let scanIsNoPin = Phrase(
        "这是扫码枪输入，不作为密码。请用键盘输入。", "That was a scan and doesn't count as an attempt. Type the PIN.")
    static let approvalLapsed = Phrase(
        "批准只在 2 分钟内有效，已经过时。请重新批准。", "The approval was good for 2 minutes and has lapsed. Approve it again.")
    static let mayNotApprove = Phrase("只有主管可以批准。", "Only a supervisor may approve that.")

    /// Why nobody's word was taken, and what was not done for it.
    static func refusal(_ refusal: ApprovalRefusal, of kind: ApprovedAction.Kind) -> Phrase {
        let undone =
            switch kind {
            case .release: Phrase("没有发送：", "Nothing was sent: ")
            case .closing: Phrase("没有关闭：", "Not closed: ")
            case .acceptedLoss: Phrase("没有认可损失：", "No loss was accepted: ")
            }
        func because(_ chinese: String, _ english: String) -> Phrase {
            Phrase(undone.chinese + chinese, undone.english + english)
        }
        switch refusal {
        case .supervisorNeeded: return supervisorNeeded(kind)
        case .unknownStaff(let id): return unlistedStaff(id, kind)
        case .pinNeeded: return because("需要批准人输入密码。", "the PIN of whoever approves it is needed.")
        case .lapsed:
            return because(
                "批准已失效（只在 2 分钟内有效，且只能用一次），请重新批准。",
                "the approval does not count any more (it is good for 2 minutes, and once). Approve it again.")
        case .otherAction: return because("批准的是另一项操作。", "something else was approved.")
        case .otherOrder: return because("批准的是另一单。", "another order was approved.")
        case .otherAmount: return because("批准的是另一个金额。", "another amount was approved.")
        }
    }

    private static func supervisorNeeded(_ kind: ApprovedAction.Kind) -> Phrase {
        switch kind {
        case .release: Phrase("没有发送：解冻要主管同意。", "Nothing was sent: a supervisor must approve a release.")
        case .closing: Phrase("没有关闭：只有主管可以。", "Not closed: only a supervisor may.")
        case .acceptedLoss: Phrase("只有主管可以认可流水的损失。", "Only a supervisor can accept a loss of the journal.")
        }
    }

    private static func unlistedStaff(_ id: String, _ kind: ApprovedAction.Kind) -> Phrase {
        switch kind {
        case .release, .acceptedLoss: rejection(.unknownStaff(id))
        case .closing:
            Phrase("没有关闭：配置里没有工号 \(id.repeatable)。", "Not closed: the configuration lists no staff \(id.repeatable).")
        }
    }

    static let noSupervisor = Phrase(
        "配置里没有主管，不能解冻。", "The configuration lists no supervisor, so nothing can be released.")
}
