/// Releases, consumes and their approval.
extension KeyMap {
    static let release = KeyBinding(
        "F7", [.function(7)], .release, hint: Phrase("解冻", "Release"),
        help: Phrase("把押金退给顾客，全部或一部分", "Give the deposit back, whole or in part"))
    static let consume = KeyBinding(
        "F8", [.function(8)], .consume, hint: Phrase("消费", "Consume"),
        help: Phrase("从押金里收取，全部或一部分", "Keep the deposit as a sale, whole or in part"))
    static let submitFollowUp = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("下一步", "Next"),
        help: Phrase("金额确定，去批准和确认", "Go on to the approval and the confirmation"))
    static let chooseRest = KeyBinding(
        "F6", [.function(6)], .choose, hint: Phrase("其余部分", "The rest"),
        help: Phrase("消费后其余部分：退还或继续冻结（支付宝）", "What becomes of the rest of a consume (Alipay)"))
    static let toRemark = KeyBinding(
        "Down", [.down], .down, hint: Phrase("备注", "Remark"),
        help: Phrase("写备注，可以不填", "To the remark, which may stay empty"))
    static let toAmount = KeyBinding("Up", [.up], .up, help: Phrase("回到金额", "Back to the amount"))
    static let resetAmount = KeyBinding(
        "Ctrl-U", [.control("u")], .clear, help: Phrase("恢复原来的金额", "The amount as it was"))
    static let chooseApprover = KeyBinding(
        "Enter", [.enter], .submit, hint: Phrase("选定", "Choose"),
        help: Phrase("由选中的主管批准", "The selected supervisor approves"))
    static let submitPin = KeyBinding(
        "Enter", [.enter, .tab], .submit, hint: Phrase("核对", "Check"), help: Phrase("核对密码", "Check the PIN"))
    static let confirmFollowUp = KeyBinding(
        "F9", [.function(9)], .confirm, hint: Phrase("确认", "Confirm"),
        help: Phrase("确认解冻或消费并发送", "Confirm and send the release or consume"))
}
