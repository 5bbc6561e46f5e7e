import PayEngine
import Testing

@testable import PosTUI

/// What the system says of the journal is told in the user's language, with what to do.
@Suite struct SystemWordsTests {
    @Test(arguments: [
        ("mkdir /srv/j: Permission denied (13)", "chown", "没有权限"),
        ("open /srv/j: Not a directory (20)", "no folder", "不是文件夹"),
        ("open /srv/j: Is a directory (21)", "is a folder", "是一个文件夹"),
        ("open /srv/j: Read-only file system (30)", "read-only", "只读"),
        ("pwrite /srv/j: No space left on device (28)", "is full", "已满"),
        ("fdatasync /srv/j: Input/output error (5)", "may be broken", "读写出错"),
    ])
    func ofAFailedCall(text: String, english: String, chinese: String) {
        let number = String(text.suffix(4).filter(\.isNumber))
        for phrase in [
            Phrase.journalTrouble(text), .rejection(.journal(text)), .deskCannotOpen(.journal(text)),
            .journalNotReadable(.journal(text)), .closingRefusal(.journal(text)), .reason(.journalFailed(text)),
        ] {
            #expect(phrase.english.contains(english) && phrase.english.contains("/srv/j, \(number)]"))
            #expect(phrase.chinese.contains(chinese) && phrase.chinese.contains("/srv/j, \(number)]"))
            #expect(!phrase.chinese.contains(text.prefix { $0 != "(" }.split(separator: ": ")[1]))
        }
    }

    @Test func ofAFullDisk() {
        let text = "only 10 MiB are free on the journal's disk, 16 MiB are needed"
        let phrase = Phrase.rejection(.journal(text))
        #expect(phrase.chinese.contains("只剩 10 MiB，至少需要 16 MiB") && phrase.chinese.contains("不要删除流水"))
        #expect(phrase.english.contains("Only 10 MiB") && phrase.english.contains("at least 16 MiB"))
    }

    @Test func anythingElseAsItIs() {
        #expect(Phrase.journalTrouble("odd: words") == Phrase("odd: words", "odd: words"))
    }
}
