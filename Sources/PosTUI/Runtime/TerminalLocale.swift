import CSystem
import Glibc

/// Sets the locale that the screen is drawn in, and only that: numbers keep their plain form.
///
/// Bare machines have only C, C.UTF-8 and POSIX.
enum TerminalLocale {
    /// - Returns: false when the environment asks for an encoding other than UTF-8, such as GB18030: the terminal then
    ///   shows only ASCII reliably.
    static func set() -> Bool {
        let found = setlocale(LC_CTYPE, "")
        let codeset = postui_codeset().map { String(cString: $0) } ?? ""
        if found != nil, codeset == "UTF-8" { return true }
        setlocale(LC_CTYPE, "C.UTF-8")
        return asksForUTF8OrNothing
    }

    private static var asksForUTF8OrNothing: Bool {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else { continue }
            guard let mark = value.firstIndex(of: ".") else { return true }
            let codeset = value[value.index(after: mark)...].lowercased()
            return codeset.hasPrefix("utf-8") || codeset.hasPrefix("utf8")
        }
        return true
    }
}
