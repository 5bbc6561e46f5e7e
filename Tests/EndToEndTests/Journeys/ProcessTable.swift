import FoundationEssentials
import Glibc

/// The machine's processes, as `/proc` shows them to everyone.
enum ProcessTable {
    static func isRunning(_ id: pid_t) -> Bool {
        guard let entry = entry(id) else { return false }
        return entry.state != "Z"
    }

    /// The processes below one, at any depth.
    static func descendants(of ancestor: pid_t) -> [pid_t] {
        let all = entries
        var found: [pid_t] = []
        var parents: Set<pid_t> = [ancestor]
        while !parents.isEmpty {
            let children = all.filter { parents.contains($0.parent) }.map(\.id)
            found += children
            parents = Set(children)
        }
        return found
    }

    /// The processes whose command line holds a text.
    static func ids(holding text: String) -> [pid_t] {
        let wanted = Array(text.utf8)
        return ids.filter { id in
            isRunning(id) && contents("/proc/\(id)/cmdline").firstRange(of: wanted) != nil
        }
    }

    /// The program's name, cut to 15 characters by the kernel.
    static func name(of id: pid_t) -> String? { entry(id)?.name }

    private struct Entry {
        let id: pid_t
        let name: String
        let state: String
        let parent: pid_t
    }

    private static var ids: [pid_t] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
    }

    private static var entries: [Entry] { ids.compactMap(entry) }

    private static func entry(_ id: pid_t) -> Entry? {
        let text = String(decoding: contents("/proc/\(id)/stat"), as: UTF8.self)
        // A name may hold spaces and brackets: only the last one ends it.
        guard let start = text.firstIndex(of: "("), let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 1, let parent = pid_t(fields[1]) else { return nil }
        return Entry(
            id: id, name: String(text[text.index(after: start)..<end]), state: String(fields[0]), parent: parent)
    }

    /// The first bytes of a small file; none where it is gone.
    private static func contents(_ path: String) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(descriptor, &buffer, buffer.count)
        return Array(buffer.prefix(max(0, count)))
    }
}
