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
