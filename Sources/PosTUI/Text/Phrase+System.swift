import Glibc
import PayEngine

extension Phrase {
    /// Returns what the journal says of a failed system call (`mkdir PATH: Permission denied (13)`) or a full disk: our
    /// own words and what to do, and the number for engineers; anything else as it is.
    static func journalTrouble(_ text: String) -> Phrase {
        let shown = text.printable
        if let found = shown.wholeMatch(of: /only ([0-9]+) MiB are free on .*, ([0-9]+) MiB are needed/)?.output {
            return Phrase(
                "流水所在的磁盘只剩 \(found.1) MiB，至少需要 \(found.2) MiB。请删除不用的文件或换大磁盘，不要删除流水目录里的文件。",
                "Only \(found.1) MiB are free on the journal's disk; at least \(found.2) MiB are needed. Delete other "
                    + "files or take a bigger disk; delete nothing in the journal's folder.")
        }
        guard let found = shown.wholeMatch(of: /([a-z0-9_]+) (.+): (.+) \(([0-9]+)\)/)?.output,
            let number = Int32(found.4), let words = systemWords(number)
        else { return Phrase(shown, shown) }
        let place = "[\(found.1) \(found.2), \(number)]"
        return Phrase("\(words.chinese)\(place)", "\(words.english) \(place)")
    }

    /// Tells what an `errno` means for the journal's folder, and what to do.
    private static func systemWords(_ number: Int32) -> Phrase? {
        switch number {
        case EACCES, EPERM:
            Phrase(
                "没有权限。请让运行收银程序的用户拥有这个文件夹（chown），权限 0700。",
                "Permission denied. The user who runs the till must own that folder (chown), mode 0700.")
        case ENOENT: Phrase("文件或文件夹不存在。请检查路径。", "There is no such file or folder. Check the path.")
        case ENOTDIR:
            Phrase(
                "路径中有一段不是文件夹。请检查 [journal] directory。",
                "A part of that path is no folder. Check [journal] directory.")
        case EISDIR:
            Phrase(
                "这是一个文件夹，那里应该是文件。请联系技术人员。", "That is a folder where a file belongs. Call the engineer.")
        case EROFS:
            Phrase(
                "磁盘是只读的。请以可写方式重新挂载；若是磁盘故障造成，请换磁盘。",
                "The file system is read-only. Mount it writable; where a fault of the disk did it, replace the disk.")
        case ENOSPC, EDQUOT:
            Phrase(
                "磁盘已满（或超出配额）。请删除不用的文件，不要删除流水目录里的文件。",
                "The disk is full, or a quota is. Delete other files; delete nothing in the journal's folder.")
        case EIO:
            Phrase(
                "磁盘读写出错，可能已损坏。请联系技术人员检查磁盘。",
                "The disk failed to read or write and may be broken. Let the engineer check it.")
        case EMFILE, ENFILE: Phrase("打开的文件已到上限。请提高 ulimit -n。", "Too many files are open. Raise ulimit -n.")
        case ELOOP: Phrase("这是符号链接。请用文件本身。", "That is a symbolic link. Use the file itself.")
        case ENAMETOOLONG: Phrase("路径太长。", "The path is too long.")
        default: nil
        }
    }
}
