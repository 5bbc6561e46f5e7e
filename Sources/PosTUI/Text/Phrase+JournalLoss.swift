import PayEngine

/// What is said where something is lost from the journal.
extension Phrase {
    static let orderMayBeMissing = Phrase(
        "流水缺少行：没有找到的单，也可能记在缺少的行里。请在平台核对，并请技术人员从备份恢复。",
        "Lines of the journal are missing: an order that is not found may have stood there. Look it up at the "
            + "platform, and have the journal restored from a backup.")

    /// Returns what shows the loss.
    static func journalContradiction(_ finding: JournalFinding) -> Phrase {
        switch finding {
        case .lessThanPublished(let segment, let length):
            Phrase(
                "第 \(segment) 段本来至少有 \(length) 字节已写入磁盘，现在读不到这么多：文件被清空、截短、删除或改动过。",
                "Segment \(segment) had \(length) bytes on the disk, and so much can't be read any more: the file was "
                    + "emptied, cut, deleted or changed.")
        case .lessThanCheckpoint(let line):
            Phrase(
                "检查点包含到第 \(line) 行，现在读不到这么多行。",
                "The checkpoint covers lines up to \(line), and so many can't be read any more.")
        case .lessThanIndex(let segment):
            Phrase(
                "第 \(segment) 段的索引比现在能读到的内容多。",
                "The index of segment \(segment) covers more than can be read of it now.")
        case .shortSegment(let segment):
            Phrase(
                "第 \(segment) 段比下一段登记的短：文件被截短过。",
                "Segment \(segment) is shorter than the one after it says: the file was cut.")
        case .noLines(let segment, let alteration):
            noLines(segment, alteration)
        case .lostLines(let numbers, let segment):
            Phrase(
                "第 \(numbers.lowerBound) 至 \(numbers.upperBound) 行丢失：第 \(segment) 段或它的前一段被清空、截短或改写过，"
                    + "或者开头读不了。",
                "Lines \(numbers.lowerBound) to \(numbers.upperBound) are lost: segment \(segment), or the one before "
                    + "it, was emptied, cut or overwritten, or its beginning can't be read.")
        case .repaired, .missingLines, .tornTail, .missingSegment, .damagedHeader, .strayBytes, .unreadable,
            .brokenChain,
            .changedVoid, .foreign, .newDigestKey, .lostDigestKey, .acceptedLoss, .accepted:
            journalFinding(finding)
        }
    }

    private static func noLines(_ segment: Int, _ alteration: FileAlteration) -> Phrase {
        switch alteration {
        case .carriageReturns:
            Phrase(
                "第 \(segment) 段的换行被改成了 CR LF（被编辑器或文本方式传输改过），读不出记录。",
                "The line ends of segment \(segment) were changed to CR LF, by an editor or a transfer as "
                    + "text: no line "
                    + "of it can be read.")
        case .byteOrderMark:
            Phrase(
                "第 \(segment) 段开头多了字节顺序标记（BOM），是被编辑器改过的。",
                "Segment \(segment) begins with a byte order mark (BOM): an editor changed it.")
        case .utf16:
            Phrase(
                "第 \(segment) 段被另存成了 UTF-16，读不出记录。",
                "Segment \(segment) was written as UTF-16, by an editor: no line of it can be read.")
        case .gzip:
            Phrase(
                "第 \(segment) 段被 gzip 压缩了，请先解压。",
                "Segment \(segment) was compressed by gzip: decompress it first.")
        case .unknown:
            Phrase(
                "第 \(segment) 段有内容，却读不出任何一行。", "Segment \(segment) holds something, and no line of it can be read.")
        }
    }

    /// Returns what was moved beside a running till, as a sentence.
    static func moved(_ file: MovedFile) -> Phrase {
        switch file {
        case .folder:
            Phrase(
                "流水目录在使用中被移动、删除或替换了。",
                "The journal's folder was moved, deleted or replaced while it was in use.")
        case .lock:
            Phrase(
                "流水的 lock 文件在使用中被移动、删除或替换了。",
                "The journal's file lock was moved, deleted or replaced while it was in use.")
        case .segment:
            Phrase(
                "正在写的流水文件在使用中被移动、删除或替换了。",
                "The journal's newest file was moved, deleted or replaced while it was in use.")
        case .contents:
            Phrase(
                "正在写的流水文件在使用中被清空、截短或改写了。",
                "The journal's newest file was emptied, cut or overwritten while it was in use.")
        }
    }

    static func acceptedLossRefusal(_ refusal: AcceptedLossRefusal) -> Phrase {
        switch refusal {
        case .approval(let refusal): Phrase.refusal(refusal, of: .acceptedLoss)
        case .reasonMissing:
            Phrase("请写明原因：为什么不能从备份恢复。", "A reason is needed: why it can't be restored.")
        case .reasonTooLong(let limit):
            Phrase("原因太长：最多 \(limit) 字节。", "The reason is too long: at most \(limit) bytes.")
        }
    }

    static func lossAccepted(by staff: String) -> Phrase {
        Phrase(
            "已记入流水：\(staff.printable) 号主管认可了损失，收银程序可以继续。丢失的订单请在平台核对后再退还押金。",
            "Written to the journal: supervisor \(staff.printable) accepted the loss, and the till can go "
                + "on. Look lost "
                + "orders up at the platform before money is released.")
    }
}
