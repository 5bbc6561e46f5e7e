import PayEngine

extension Phrase {
    static func wrongOrderNumber(_ text: String) -> Phrase {
        guard !AuthorCode.isHeld(by: text) else { return codeIsNoNumber }
        let shown = text.repeatable
        return Phrase(
            "“\(shown)”不是单号：单号是 1 到 32 个字母或数字。",
            "“\(shown)” is not an order number: those are 1 to 32 letters and digits.")
    }

    static func unknownCommand(_ word: String, nearest: String?) -> Phrase {
        let shown = word.repeatable
        guard let nearest else {
            return Phrase("没有“\(shown)”这个命令。", "There is no command “\(shown)”.")
        }
        return Phrase(
            "没有“\(shown)”这个命令。是不是 \(nearest)？", "There is no command “\(shown)”. Did you mean \(nearest)?")
    }
    static let descriptorsTaken = Phrase(
        "系统允许打开的文件数（ulimit -n）在运行中被调低，收银台只能结束。已经发送的，下次启动时会继续查询。",
        "The limit of open files (ulimit -n) was lowered while the till ran, and it had to end. What was sent is asked "
            + "about at the next start.")
    static func wanting(_ want: SystemWant) -> Phrase {
        switch want {
        case .descriptors:
            Phrase(
                "系统允许打开的文件太少（ulimit -n），收银台无法启动。没有发送。",
                "The system lets too few files be open (ulimit -n) for the till to start. Nothing was sent.")
        case .memory:
            Phrase(
                "内存不够（或 ulimit -v 太小），收银台无法启动。没有发送。",
                "There is too little memory (or ulimit -v is too low) for the till to start. Nothing was sent.")
        case .threads:
            Phrase(
                "系统不允许再开线程（ulimit -u），收银台无法启动。没有发送。",
                "The system allows no more threads (ulimit -u) for the till to start. Nothing was sent.")
        case .randomness:
            Phrase(
                "系统给不出随机数，不能生成单号。没有发送。请联系技术人员。",
                "The system gives no random numbers, which an order's number is made of. Nothing was sent. "
                    + "Call the engineer.")
        case .digests:
            Phrase(
                "本机的 OpenSSL 不能计算 SHA-256（/etc/ssl/openssl.cnf 没有启用 default 提供者？），无法签名。没有发送。请联系技术人员。",
                "OpenSSL on this machine makes no SHA-256 (does /etc/ssl/openssl.cnf leave the default provider out?): "
                    + "nothing can be signed. Nothing was sent. Call the engineer.")
        case .eventLoop:
            Phrase(
                "系统资源不足，无法计时和等待（ulimit -n、fs.epoll.max_user_watches），收银台无法启动。没有发送。",
                "The system gives no means to wait and to measure time (ulimit -n, fs.epoll.max_user_watches): the "
                    + "till can't start. Nothing was sent.")
        }
    }
    static let codeQuestion = Phrase("付款码（不显示）：", "Payment code (not shown):")

    static let platformOptionNeeded = Phrase(
        "本机流水没有这一单。请用 --platform wechat 或 --platform alipay 说明向谁查询。",
        "This till's journal has no such order. Say whom to ask: --platform wechat or --platform alipay.")
    static let terminalNeeded = Phrase(
        "屏幕需要在终端里运行；脚本请用 postui freeze 等命令。",
        "The screens need a terminal; scripts use postui freeze and the other commands.")
    static func terminalError(_ error: TerminalError) -> Phrase {
        switch error {
        case .notATerminal: terminalNeeded
        case .unknownTerminal(let name):
            Phrase(
                "本机不认识终端类型 TERM=\(name.repeatable)，或者它显示不了收银屏幕。请改用 xterm、linux 等终端类型，"
                    + "或安装 ncurses-term。没有发送。",
                "The terminal type TERM=\(name.repeatable) is not known here, or it cannot show screens. "
                    + "Set another, such as xterm or linux, or install ncurses-term. Nothing was sent.")
        case .noDescriptor(let number):
            Phrase(
                "系统给不出等待事件用的描述符（错误 \(number)），收银台无法启动。没有发送。",
                "The system gives no event descriptor (error \(number)): the till can't start. Nothing was sent.")
        }
    }
    static let interruptedBeforeSending = Phrase("已中断。没有发送。", "Interrupted. Nothing was sent.")
    /// Without a number: the desk never told one.
    static let orderLost = Phrase(
        "\(broughtToNoEnd.chinese)钱可能已经动了，不要再做一次：用 postui open 查看待确认的单，用 postui journal list 查看最近的单。",
        "\(broughtToNoEnd.english) Money may have moved, so do not do it again: postui open lists what is unresolved, "
            + "postui journal list the latest orders.")
    static func interrupted(_ number: OrderNumber) -> Phrase {
        Phrase(
            "已中断。单号 \(number) 的结果未知，稍后用 postui query \(number) 查询。",
            "Interrupted. The outcome of \(number) is not known: ask later with postui query \(number).")
    }
    static func interrupted(_ order: DepositOrder) -> Phrase {
        if order.kind == .freeze { return interrupted(order.number) }
        let deposit = order.deposit.number
        return Phrase(
            "已中断。\(Phrase.shortState(order).chinese)：单号 \(order.number)，押金 \(deposit)。用 postui reconcile 查询结果。",
            "Interrupted: \(Phrase.shortState(order).english), number \(order.number), deposit \(deposit). Ask for its "
                + "outcome with postui reconcile.")
    }
    static let notTwice = Phrase(
        "不要再做一次，可能重复。用 postui reconcile 查询结果。",
        "Do not do it again, it could count twice: postui reconcile asks for its outcome.")
    static func ofDeposit(_ deposit: Deposit) -> Phrase {
        Phrase("押金 \(deposit.number) 剩余 \(deposit.left)", "deposit \(deposit.number) left \(deposit.left)")
    }
    static func closedBy(_ closing: OrderStatus.Closing) -> Phrase {
        let who = (closing.staffID ?? "-").printable
        return Phrase(
            "\(who) 人工关闭：\(closing.reason.printable)", "closed by \(who): \(closing.reason.printable)")
    }
    static func money(_ money: DepositMoney) -> Phrase {
        Phrase(
            "消费 \(money.consumed) 解冻 \(money.released) 剩余 \(money.left)",
            "consumed \(money.consumed) released \(money.released) left \(money.left)")
    }
    static func offeredCode(_ deposit: Deposit, url: String, until time: String) -> Phrase {
        Phrase(
            "请顾客用支付宝扫码，\(time) 之前有效。单号 \(deposit.number)，码 \(url.printable)",
            "The customer scans this with Alipay until \(time). Number \(deposit.number), code \(url.printable)")
    }
    static func reconciled(settled: Int, left: Int) -> Phrase {
        Phrase("有结果 \(settled) 单，仍未决 \(left) 单。", "\(settled) settled, \(left) still open.")
    }
    static let reconcilingInterrupted = Phrase(
        "已中断。还没有结果的仍是未决，用 postui open 查看。",
        "Interrupted. What has no outcome yet stays open: postui open lists it.")
    static func totals(_ totals: LookUp.Totals) -> Phrase {
        let (byHand, byItself) = (totals.releasedByHand, totals.releasedByItself)
        let automatic = byItself > .zero
        return Phrase(
            "消费 \(totals.consumed) 解冻 \(byHand) \(automatic ? "自动退还 \(byItself) " : "")剩余 \(totals.left)",
            "consumed \(totals.consumed) released \(byHand) "
                + "\(automatic ? "released by the platform itself \(byItself) " : "")left \(totals.left)")
    }

    static func wrongTimeZoneFile(_ path: String) -> Phrase {
        Phrase(
            "时区文件 \(path.repeatable) 不是普通文件，请检查环境变量 TZ。",
            "The time zone's file \(path.repeatable) is not a regular file: check the variable TZ.")
    }
    static func deskCannotOpen(_ error: DeskError) -> Phrase {
        switch error {
        case .locked(let process):
            Phrase(
                "流水正被另一个进程使用（\(process.map { "\($0)" } ?? "-")）。没有发送。请先退出那一个。",
                "Another process (\(process.map { "\($0)" } ?? "-")) uses the journal. Nothing was sent. End it first.")
        case .damaged:
            Phrase(
                "流水有损坏，不能继续（见上）。没有发送。请从备份恢复；无法恢复时，请主管执行 "
                    + "postui journal accept-loss --staff 工号 --reason 原因。",
                "The journal is damaged (see above): the till does not go on over that, and nothing was "
                    + "sent. Restore it "
                    + "from a backup; where that can't be done, a supervisor lets the till go on by "
                    + "postui journal accept-loss --staff ID --reason TEXT.")
        case .nothingLost:
            Phrase("流水没有缺失，不需要认可损失。", "Nothing is lost from the journal: there is nothing to accept.")
        case .moved(let file):
            Phrase(
                "没有发送：\(moved(file).chinese)请再试一次。",
                "Nothing was sent: \(moved(file).english) Try again.")
        case .fileSystem(let path, let name):
            Phrase(
                "流水目录 \(path.repeatable) 在 \(name) 文件系统上，断电时可能丢失已确认的记录，不能使用。没有发送。请把流水放在本机磁盘上"
                    + "（ext4、xfs、btrfs 等），或由技术人员在 [journal] 里设置 allow_filesystem = true。",
                "The journal's folder \(path.repeatable) is on \(name), which may lose what it has "
                    + "acknowledged: it is not "
                    + "used, and nothing was sent. Put the journal on this machine's own disk (ext4, xfs, "
                    + "btrfs …), or let "
                    + "an engineer set allow_filesystem = true in [journal].")
        case .notRegular(let path):
            Phrase(
                "流水里的 \(path.repeatable) 不是普通文件，不能使用。没有发送。",
                "\(path.repeatable) in the journal is not a regular file: it is not used, and nothing was sent.")
        case .tooLong(let path):
            Phrase(
                "流水里的 \(path.repeatable) 太长（超过 1 GiB），不能使用。没有发送。",
                "\(path.repeatable) in the journal is longer than 1 GiB, which no such file is: it is not used, and "
                    + "nothing was sent.")
        case .journal(let text):
            Phrase(
                "流水不能使用，没有发送：\(journalTrouble(text).chinese)",
                "The journal can't be used and nothing was sent: \(journalTrouble(text).english)")
        case .ledger(.unreadable(let line, let detail)):
            Phrase(
                "流水第 \(line) 行读不懂，没有发送：\(detail.printable)",
                "Line \(line) of the journal can't be understood and nothing was sent: \(detail.printable)")
        case .curl(.noWakeUp):
            Phrase(
                "打开的文件已到上限，网络库不能使用，没有发送。请提高 ulimit -n。",
                "Too many files are open: libcurl can't be used and nothing was sent. Raise ulimit -n.")
        case .thread: wanting(.threads)
        case .curl(let error):
            Phrase("网络库不能使用，没有发送：\(error)", "libcurl can't be used and nothing was sent: \(error)")
        case .other(let text):
            Phrase("不能开始，没有发送：\(text.printable)", "The till can't start and nothing was sent: \(text.printable)")
        }
    }

    static func demoFailure(_ failure: DemoFailure) -> Phrase {
        switch failure {
        case .noHome:
            Phrase("不知道演示放在哪里：请设置 HOME。", "There is no place for the demo's files: set HOME.")
        case .folder(let path, let errno):
            Phrase(
                "写不了 \(path.repeatable)（错误 \(errno)）。", "\(path.repeatable) can't be written (error \(errno)).")
        case .noSandbox(let path):
            Phrase(
                "找不到 \(path.repeatable)：请先 make build。", "\(path.repeatable) is missing: make build makes it.")
        case .sandboxEnded(let log):
            Phrase("沙箱没有启动，见 \(log.printable)。", "The sandbox did not start: see \(log.printable).")
        }
    }
}
