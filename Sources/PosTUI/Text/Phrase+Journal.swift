import PayEngine

/// What the `journal` commands say.
extension Phrase {
    static func wrongDate(_ text: String) -> Phrase {
        Phrase(
            "“\(text.repeatable)”不是日期：请写成 2026-11-21、11-21、1121、today 或 yesterday。",
            "“\(text.repeatable)” is not a date: write it like 2026-11-21, 11-21, 1121, today or yesterday.")
    }
    static func wrongState(_ text: String) -> Phrase {
        let states = OrderState.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase(
            "“\(text.repeatable)”不是状态。可以是：\(states)。", "“\(text.repeatable)” is not a state. There are: \(states).")
    }
    static func wrongRecord(_ text: String) -> Phrase {
        Phrase(
            "“\(text.repeatable)”不是凭证上的记录号：那是 16 位十六进制数字，可以四位一组。",
            "“\(text.repeatable)” is not a receipt's record: that is 16 hexadecimal digits, in fours if you like.")
    }
    static let recordAndOrderNeeded = Phrase(
        "--at 和 --order 要一起给：凭证上的记录号和单号。",
        "--at and --order go together: the receipt's record and the order's number.")
    static let wrongLineNumber = Phrase("行号从 1 开始。", "Lines are numbered from 1.")
    static let excelNeedsCSV = Phrase("--excel 只用于 --format csv。", "--excel goes with --format csv only.")
    static func noJournal(_ directory: String) -> Phrase {
        Phrase(
            "\(directory.printable) 里没有流水：本机还没有用过，或者配置里 [journal] directory 写错了。",
            "There is no journal in \(directory.printable): this till was never used, or [journal] directory in the "
                + "configuration is wrong.")
    }
    static func readingJournal(percent: Int) -> Phrase {
        Phrase("正在读流水：\(percent)%", "Reading the journal: \(percent)%")
    }
    static func outputFailed(errno: Int32) -> Phrase {
        Phrase("写不了标准输出（错误 \(errno)）。", "Standard output can't be written (error \(errno)).")
    }
    static let listingOfDamagedJournal = Phrase(
        "流水有损坏，下面可能缺少内容。详情：postui journal verify。",
        "The journal is damaged and this may not be all. postui journal verify tells what is wrong.")
    static let listingOfContradictedJournal = Phrase(
        "流水有损坏，缺少以前有过的记录，以上内容不全。请从备份恢复，或由主管执行 postui journal accept-loss。",
        "The journal is damaged: it holds less than it once did, and this is not all. Restore it from a "
            + "backup, or let a "
            + "supervisor accept the loss by postui journal accept-loss.")
    static func unreadableOrders(_ count: Int) -> Phrase {
        Phrase(
            "另有 \(count) 单读不懂，可能是较新版本写的。",
            "\(count) more orders can't be understood: a later version may have written them.")
    }
    static func journalNotReadable(_ error: DeskError) -> Phrase {
        switch error {
        case .journal(let text), .other(let text):
            Phrase(
                "无法读取流水：\(journalTrouble(text).chinese)",
                "The journal can't be read: \(journalTrouble(text).english)")
        case .notRegular(let path):
            Phrase(
                "无法读取流水：\(path.printable) 不是普通文件。",
                "The journal can't be read: \(path.printable) is not a regular file.")
        case .tooLong(let path):
            Phrase(
                "无法读取流水：\(path.printable) 太长（超过 1 GiB）。",
                "The journal can't be read: \(path.printable) is longer than 1 GiB, which no such file is.")
        case .locked, .ledger, .curl, .damaged, .nothingLost, .moved, .fileSystem, .thread:
            deskCannotOpen(error)
        }
    }

    // MARK: - index

    static func journalIndexing(_ made: JournalIndexing) -> [Phrase] {
        let done = Phrase(
            "索引已重建：\(made.segments) 段，\(made.names) 个名称。",
            "The indexes are made anew: \(made.segments) segments, \(made.names) names.")
        let damaged = made.damaged.map { segment in
            Phrase(
                "第 \(segment) 段缺少行，没有索引，每次都要通读。",
                "Lines are missing in segment \(segment): it has no index and is read at every look-up.")
        }
        return [done] + damaged
    }

    // MARK: - verify

    static func journalCheck(_ check: JournalCheck) -> Phrase {
        let chinese = check.isClean ? "流水完好" : "流水有损坏"
        let english = check.isClean ? "The journal is sound" : "The journal is damaged"
        return Phrase(
            "\(chinese)：\(check.lines) 行，\(check.segments) 段，修复 \(check.repairs) 处，缺少 \(check.missingLines) 行，"
                + "作废 \(check.voidBytes) 字节。",
            "\(english): \(check.lines) lines, \(check.segments) segments, \(check.repairs) repairs, "
                + "\(check.missingLines) lines missing, \(check.voidBytes) void bytes.")
    }

    static func journalFinding(_ finding: JournalFinding) -> Phrase {
        switch finding {
        case .repaired(let line, let segment, let offset):
            Phrase(
                "第 \(line) 行有一位翻转，已在内存中改正，文件未动（第 \(segment) 段，偏移 \(offset)）。",
                "Line \(line) has one flipped bit: mended in memory, the file is as it was (segment \(segment), "
                    + "offset \(offset)).")
        case .missingLines(let numbers, let segment):
            missing(numbers, segment)
        case .tornTail(let bytes):
            Phrase(
                "最后一行之后有 \(bytes) 字节不成行，可能是断电留下的，还没有登记作废。",
                "\(bytes) bytes behind the last line are no line, as a power cut leaves them; they are not declared "
                    + "void yet.")
        case .missingSegment(let segment):
            Phrase("第 \(segment) 段的文件不在。", "The file of segment \(segment) is not there.")
        case .damagedHeader(let segment):
            Phrase("第 \(segment) 段的首行读不了。", "The first line of segment \(segment) can't be read.")
        case .strayBytes(let segment, let line):
            Phrase(
                "第 \(line) 行之后有不成行的内容（第 \(segment) 段）。",
                "Behind line \(line) stands something that is no line (segment \(segment)).")
        case .unreadable(let line, let segment):
            Phrase("第 \(line) 行读不懂（第 \(segment) 段）。", "Line \(line) can't be understood (segment \(segment)).")
        case .brokenChain(let line, let segment):
            Phrase(
                "第 \(line) 行的摘要接不上：这一行或前一行被人改过（第 \(segment) 段）。",
                "The digest of line \(line) does not follow: it or the line before was changed by hand (segment "
                    + "\(segment)).")
        case .changedVoid(let segment):
            Phrase(
                "第 \(segment) 段作废的字节变了。那里没有记录，不算损坏。",
                "The void bytes of segment \(segment) have changed. Nothing was kept there: this is no damage.")
        case .foreign(let segment):
            Phrase("第 \(segment) 段属于另一本流水。", "Segment \(segment) belongs to another journal.")
        case .newDigestKey:
            Phrase(
                "付款码摘要的密钥是新建的，旧摘要不能再比较。",
                "The key of the codes' digests was made anew: older digests can't be compared.")
        case .lostDigestKey:
            Phrase(
                "付款码摘要的密钥（digest.key）丢失或损坏，下次启动会新建，旧摘要将不能再比较。",
                "The key of the codes' digests (digest.key) is lost or damaged. The next start makes it anew; older "
                    + "digests can't be compared then.")
        case .lessThanPublished, .lessThanCheckpoint, .lessThanIndex, .shortSegment, .noLines, .lostLines:
            journalContradiction(finding)
        case .acceptedLoss(let line, let staff, let reason):
            Phrase(
                "第 \(line) 行：\(staff.printable) 号主管认可了损失。原因：\(reason.printable)",
                "Line \(line): supervisor \(staff.printable) accepted a loss. Reason: \(reason.printable)")
        case .accepted(let finding):
            Phrase(
                "（已认可）\(journalFinding(finding).chinese)", "(accepted) \(journalFinding(finding).english)")
        }
    }

    private static func missing(_ numbers: ClosedRange<Int64>, _ segment: Int) -> Phrase {
        let (first, last) = (numbers.lowerBound, numbers.upperBound)
        guard first < last else {
            return Phrase(
                "缺少第 \(first) 行（第 \(segment) 段之前或之中）。", "Line \(first) is missing (in or before segment \(segment)).")
        }
        return Phrase(
            "缺少第 \(first) 至 \(last) 行（第 \(segment) 段之前或之中）。",
            "Lines \(first) to \(last) are missing (in or before segment \(segment)).")
    }

    static func recordCheck(_ check: RecordCheck, of order: OrderNumber, zone: LocalTime) -> Phrase {
        switch check {
        case .agrees(let found): agreement(found, order, zone)
        case .notThere:
            Phrase("不一致：流水中没有这个记录号的行。", "It does not agree: no line of the journal has this record.")
        case .ofAnotherOrder(let other):
            Phrase(
                "不一致：这一行说的是另一单（\((other ?? "-").printable)）。",
                "It does not agree: that line speaks of another order (\((other ?? "-").printable)).")
        case .settlesNothing(let event):
            Phrase(
                "不一致：这一行（\(event.printable)）没有给出这一单的结果。",
                "It does not agree: that line (\(event.printable)) does not settle the order.")
        case .unproven:
            Phrase(
                "不能证明一致：从这一单开始到这一行之间，有行缺失或被改过（见上）。",
                "It can't be proven: between the order's beginning and that line, lines are missing or were changed "
                    + "(see above).")
        }
    }

    private static func agreement(_ found: RecordCheck.Settlement, _ order: OrderNumber, _ zone: LocalTime) -> Phrase {
        let (then, now) = (shortState(found.settled), shortState(found.latest))
        let (fee, time) = (found.settled.fee, zone.dayAndTime(found.time))
        let number = found.settled.number == order ? "\(order)" : "\(order)/\(found.settled.number)"
        let hasChanged = found.latest.outcome != found.settled.outcome
        return Phrase(
            "一致：第 \(found.line) 行，\(number)，\(then.chinese)，\(fee) 元，\(time)。"
                + (hasChanged ? "现在的状态：\(now.chinese)。" : ""),
            "It agrees: line \(found.line), \(number), \(then.english), \(fee) yuan, \(time)."
                + (hasChanged ? " The order is now: \(now.english)." : ""))
    }

    // MARK: - stat

    static func journalStatistics(_ found: JournalStatistics, zone: LocalTime) -> [Phrase] {
        var phrases = [
            journalCheck(found.check),
            Phrase("字节：\(found.bytes)", "Bytes: \(found.bytes)"),
            Phrase(
                "流水标识（gen）：\((found.generation ?? "-").printable)",
                "Journal (gen): \((found.generation ?? "-").printable)"),
        ]
        for (mark, chinese, english) in [(found.first, "首行", "First line"), (found.last, "末行", "Last line")] {
            guard let mark else { continue }
            let place = "\(mark.line), \(zone.dayAndTime(mark.time))"
            phrases.append(Phrase("\(chinese)：\(place)", "\(english): \(place)"))
        }
        phrases.append(Phrase("订单：\(found.orders)", "Orders: \(found.orders)"))
        for outcome in Outcome.allCases {
            let (name, count) = (shortState(outcome), found.outcomes[outcome] ?? 0)
            phrases.append(Phrase("  \(name.chinese)：\(count)", "  \(name.english): \(count)"))
        }
        phrases.append(
            Phrase("未决 \(found.open) 单，\(found.undecided) 元", "Open: \(found.open), \(found.undecided) yuan"))
        phrases.append(laterOrders(found.releases, "解冻", "Releases", "已解冻", "released", found.released))
        phrases.append(laterOrders(found.consumes, "消费", "Consumes", "已消费", "consumed", found.consumed))
        phrases.append(Phrase("人工关闭：\(found.closed)", "Closed by hand: \(found.closed)"))
        phrases.append(
            Phrase(
                "现在冻结（本机所知）：\(found.held) 元", "Frozen now, as far as this till knows: \(found.held) yuan"))
        return phrases
    }

    private static func laterOrders(
        _ counts: [Outcome: Int], _ chinese: String, _ english: String, _ chineseDone: String,
        _ englishDone: String, _ fee: Fen
    ) -> Phrase {
        let all = counts.values.reduce(0, +)
        let (done, unknown) = (counts[.done] ?? 0, counts[.unknown] ?? 0)
        return Phrase(
            "\(chinese)：\(all)，其中\(chineseDone) \(done)（\(fee) 元），结果未知 \(unknown)",
            "\(english): \(all), of these \(englishDone) \(done) (\(fee) yuan), outcome unknown \(unknown)")
    }
}
