import PayEngine

extension Phrase {
    static let findTitle = Phrase("查找押金", "Find a deposit")
    static let findHint = Phrase(
        "任何单号的一部分（例如后几位，或顾客手机上的单号），或房号、姓名、电话。填写已知的即可。"
            + "只找本机的押金；别的收银机的请按完整单号查单（F3）。",
        "A part of any number (its last digits, or the one on the customer's phone), or of room, name or phone. "
            + "Fill in what you know. Finds this till's deposits; others are looked up by the whole number (F3).")
    static let findText = Phrase("单号/房号", "No. or ref.")
    static let findDay = Phrase("日期", "Day")
    static func wrongDay(_ example: String) -> Phrase {
        Phrase("日期写作 \(example)。", "A day is written like \(example).")
    }
    static let searching = Phrase("正在查找", "Searching")
    static let nothingFound = Phrase("没有找到。按 Esc 改条件。", "Nothing was found. Esc changes what is looked for.")
    static func found(_ count: Int) -> Phrase {
        Phrase("找到 \(count) 笔，最新的在前", "\(count) found, the newest first")
    }
    static func foundMore(_ count: Int) -> Phrase {
        Phrase("只列出最新的 \(count) 笔，还有更多：请增加条件", "The newest \(count) only, there are more: narrow it down")
    }
    /// Returns why a search may have missed some.
    static func searchDoubt(_ doubt: JournalDoubt, found count: Int) -> Phrase {
        switch doubt {
        case .unreadable(let trouble):
            Phrase("无法读取流水：\(trouble.printable)", "The journal can't be read: \(trouble.printable)")
        case .moved(let file):
            Phrase(
                "没有查找：\(moved(file).chinese)请退出并重新打开收银程序，或联系技术人员。",
                "Nothing was searched: \(moved(file).english) Leave the till and open it again, or call the engineer.")
        case .incomplete where count == 0:
            Phrase("没有找到，但流水有损坏，可能记在缺少的行里。", "Nothing was found, but the journal is damaged: it may have stood there.")
        case .incomplete:
            Phrase("找到 \(count) 笔；流水有损坏，可能不全", "\(count) found; the journal is damaged: there may be more")
        }
    }
    /// Returns why a look-up may have missed a number that was not found.
    static func lookUpDoubt(_ doubt: JournalDoubt) -> Phrase {
        switch doubt {
        case .unreadable, .moved: searchDoubt(doubt, found: 0)
        case .incomplete: orderMayBeMissing
        }
    }
}
