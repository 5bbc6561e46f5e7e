import Glibc

extension ConfigurationProblem {
    /// Returns one line that names file, line and key, what was found and what is wanted.
    public func text(in language: TillConfiguration.Language) -> String {
        var place: [String] = []
        if !file.isEmpty {
            place.append(line.map { "\(file.printable):\($0)" } ?? file.printable)
        }
        if let key { place.append(key.printable) }
        switch language {
        case .english: return (place + [english]).joined(separator: ": ")
        case .chinese: return (place + [chinese]).joined(separator: "：")
        }
    }

    private var english: String {
        switch kind {
        case .noFile(let searched):
            "there is no configuration; looked for \(searched.map(\.printable).joined(separator: ", ")); "
                + "examples/till.toml is one to begin with, and postui demo needs none"
        case .unreadable(let path, let code):
            "\(path.printable) can't be read: \(Self.systemText(code, .english))"
        case .notRegular(let path): "\(path.printable) is not a regular file"
        case .tooLong(let path):
            "\(path.printable) is longer than such a file can be (a configuration: 1 MiB, "
                + "certificates: 16 MiB)"
        case .tooDeep: "a key with too many parts, or too many brackets in each other"
        case .holdsNUL: "a value holds a NUL (\\u0000), which nothing can be sent with"
        case .notText: "not UTF-8 (or it holds a NUL): save the file as UTF-8"
        case .noCertificate(let path): "\(path.printable) holds no certificate; wanted: a PEM file of authorities"
        case .syntax(let words): "not TOML: \(words)"
        case .unknownKey: "this key is not known; check its spelling and its table, or take it out"
        case .missing(let wanted): "missing; wanted: \(wanted.text(in: .english))"
        case .wrongType(let found, let wanted):
            "found \(found.text(in: .english)); wanted: \(wanted.text(in: .english))"
        case .badValue(let found?, let wanted): "found \(found); wanted: \(wanted.text(in: .english))"
        case .badValue(nil, let wanted):
            "found something else, not shown because it may be secret; wanted: \(wanted.text(in: .english))"
        case .repeated(let found): "\(found) occurs more than once"
        case .mixedGateways:
            "real gateways (https://) stand beside a sandbox (http://); wanted: one kind alone, so that nobody takes "
                + "play money for real money"
        case .noHome: "must be given, because neither HOME nor the XDG variables say where this user's files are"
        case .keyFile(let path, let error): "\(path.printable) \(Self.english(error))"
        case .logFile(let path, let trouble): "\(path.printable) \(Self.english(trouble))"
        }
    }

    private var chinese: String {
        switch kind {
        case .noFile(let searched):
            "没有配置文件；已找过 \(searched.map(\.printable).joined(separator: "、"))；可从 examples/till.toml 开始写，"
                + "或用 postui demo 先试用"
        case .unreadable(let path, let code):
            "\(path.printable) 无法读取：\(Self.systemText(code, .chinese))"
        case .notRegular(let path): "\(path.printable) 不是普通文件"
        case .tooLong(let path): "\(path.printable) 过大（配置文件最多 1 MiB，证书文件最多 16 MiB）"
        case .tooDeep: "键的层次太多，或括号嵌套太深"
        case .holdsNUL: "值里有 NUL 字符（\\u0000），不能使用"
        case .notText: "不是 UTF-8 文本（或含 NUL 字符）；请把文件另存为 UTF-8"
        case .noCertificate(let path): "\(path.printable) 里没有证书；应为 PEM 格式的证书文件"
        case .syntax(let words):
            "不符合 TOML 格式；常见原因：少了引号或括号、用了中文引号 “ ” 或中文标点、少了 =。原文：\(words)"
        case .unknownKey: "不认识这一项；请检查拼写和所在的表，或删去"
        case .missing(let wanted): "缺少；应为：\(wanted.text(in: .chinese))"
        case .wrongType(let found, let wanted): "现为\(found.text(in: .chinese))；应为：\(wanted.text(in: .chinese))"
        case .badValue(let found?, let wanted): "现为 \(found)；应为：\(wanted.text(in: .chinese))"
        case .badValue(nil, let wanted): "内容不对（可能涉密，不显示）；应为：\(wanted.text(in: .chinese))"
        case .repeated(let found): "\(found) 重复"
        case .mixedGateways: "真实网关（https://）和沙箱（http://）写在了一起；只能写其中一种，以免把练习当成真实收款"
        case .noHome: "必须填写：HOME 和 XDG 变量都没有说明用户文件在哪里"
        case .keyFile(let path, let error): "\(path.printable) \(Self.chinese(error))"
        case .logFile(let path, let trouble): "\(path.printable) \(Self.chinese(trouble))"
        }
    }

    private static func english(_ error: AuthenKeyFileError) -> String {
        switch error {
        case .unreadable(let code): "can't be read: \(systemText(code, .english))"
        case .symbolicLink: "is a symbolic link; wanted: the file itself"
        case .notRegularFile: "is not a regular file"
        case .foreignOwner(let user): "belongs to user \(user); it must belong to the till's user or to root"
        case .openToOthers(let mode):
            "has mode \(octal(mode)), so that others can reach it; wanted: 0600 or 0400 (chmod 600)"
        case .notAKey:
            "does not hold a key; wanted: one line of 32 characters (this version can't open a sealed key)"
        }
    }

    private static func chinese(_ error: AuthenKeyFileError) -> String {
        switch error {
        case .unreadable(let code): "无法读取：\(systemText(code, .chinese))"
        case .symbolicLink: "是符号链接；应为文件本身"
        case .notRegularFile: "不是普通文件"
        case .foreignOwner(let user): "属于用户 \(user)；应属于收银程序的用户或 root"
        case .openToOthers(let mode): "权限为 \(octal(mode))，其他用户可以接触；应为 0600 或 0400（chmod 600）"
        case .notAKey: "内容不是密钥；应为一行 32 个字符（本版本不能打开加密保存的密钥）"
        }
    }

    private static func octal(_ mode: UInt32) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }

    private static func systemText(_ code: Int32, _ language: TillConfiguration.Language) -> String {
        switch (code, language) {
        case (ENOENT, .chinese): "文件不存在"
        case (EACCES, .chinese): "没有权限"
        case (EISDIR, .chinese): "是文件夹"
        case (_, .chinese): "系统错误 \(code)"
        case (_, .english): String(cString: strerror(code))
        }
    }

    private static func english(_ trouble: LogFileTrouble) -> String {
        switch trouble {
        case .symbolicLink: "is a symbolic link; the log needs a file of its own"
        case .notRegular: "is not a regular file; the log needs a file of its own"
        case .foreign(let mode):
            "belongs to another user and is open to others (mode \(String(mode, radix: 8))); the log is for the till's "
                + "user alone"
        case .configuration: "is this configuration; the log needs a file of its own"
        case .key: "is the file of the authentication key; the log needs a file of its own"
        case .journal: "is a file of the journal, or lies in its folder; the log needs a file of its own elsewhere"
        }
    }

    private static func chinese(_ trouble: LogFileTrouble) -> String {
        switch trouble {
        case .symbolicLink: "是符号链接；日志要有自己的文件"
        case .notRegular: "不是普通文件；日志要有自己的文件"
        case .foreign(let mode):
            "属于别的用户，而且别人也能读写（权限 \(String(mode, radix: 8))）；日志只能让收银程序的用户读"
        case .configuration: "就是本配置文件；日志要有自己的文件"
        case .key: "就是密钥文件；日志要有自己的文件"
        case .journal: "是流水的文件，或在流水目录里；日志要放在别处、有自己的文件"
        }
    }
}
