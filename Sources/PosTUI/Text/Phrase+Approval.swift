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
    static let noSupervisor = Phrase(
        "配置里没有主管，不能解冻。", "The configuration lists no supervisor, so nothing can be released.")
}
