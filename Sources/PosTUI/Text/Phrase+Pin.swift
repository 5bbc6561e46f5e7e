import PayEngine

extension Phrase {
    static func pinQuestion(_ staffID: String) -> Phrase {
        Phrase("工号 \(staffID.repeatable) 的密码：", "PIN of \(staffID.repeatable):")
    }
    static let newPinQuestion = Phrase("新密码（4 到 12 位数字，不显示）：", "New PIN (4 to 12 digits, not shown):")
    static let newPinAgain = Phrase("再输一次：", "The same again:")
    static let pinsDiffer = Phrase("两次输入不一致，请重新输入。", "The two differ. Start again.")
    static let pinForm = Phrase("密码是 4 到 12 位数字。", "A PIN is 4 to 12 digits.")
    static let pinTerminalNeeded = Phrase(
        "需要输入密码，但标准输入不是终端。请在终端里运行，或用 --pin - 从标准输入读取。",
        "A PIN is needed and standard input is no terminal. Run it in a terminal, or read the PIN with --pin -.")
    static let pinOnCommandLine = Phrase(
        "命令行里不能写密码，别人看得见。请用 --pin - 从标准输入读取，并换一个密码。",
        "A PIN must not stand on the command line, where others see it. Use --pin - to read it, and change that PIN.")
    static func pinWrong(left: Int) -> Phrase {
        Phrase("密码不对，还可以试 \(left) 次。", "Wrong PIN, \(left) \(left == 1 ? "try" : "tries") left.")
    }
    static func pinWrongAndLocked(seconds: Int) -> Phrase {
        Phrase("密码不对，连续错得太多，锁定 \(seconds) 秒。", "Wrong PIN, too many in a row: locked for \(seconds) s.")
    }
    static func wrongPinsBefore(_ count: Int, since time: String) -> Phrase {
        Phrase(
            "注意：\(time) 以来输错过 \(count) 次密码。",
            "Note: \(count) wrong \(count == 1 ? "PIN" : "PINs") since \(time).")
    }
    static func pinLocked(seconds: Int) -> Phrase {
        Phrase("密码错得太多，已锁定，还有 \(seconds) 秒。", "Too many wrong PINs: locked for another \(seconds) s.")
    }
    static func pinImpossible(_ trouble: String) -> Phrase {
        Phrase("无法核对密码：\(trouble.printable)", "The PIN can't be checked: \(trouble.printable)")
    }
    static let pinNoMemory = Phrase("内存不足，无法计算摘要。", "There is no memory to hash the PIN.")
    static let pinGoesThere = Phrase(
        "把这一行放进 till.toml 里此人的 [[staff]]。till.toml 不要让别人看到（chmod 600）：短密码可以由摘要试出来。",
        "Put this line into that person's [[staff]] in till.toml, and keep till.toml from others (chmod 600): "
            + "short PINs can be found from their hashes.")
}

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
