import PayEngine

/// Why the screens can't be shown.
extension Phrase {
    static func cannotShow(_ error: any Error) -> Phrase {
        switch error {
        case let error as ThemeError: theme(error)
        case let error as TerminalError: terminal(error)
        default: Phrase("\("\(error)".printable)", "\("\(error)".printable)")
        }
    }

    static func theme(_ error: ThemeError) -> Phrase {
        let chinese =
            switch error {
            case .unreadable(let file, let reason): "无法读取主题文件 \(file.repeatable)：\(reason.printable)"
            case .notTOML(let file, let reason): "主题文件 \(file.repeatable) 不是 TOML：\(reason.printable)"
            case .wrongKey(let file, let key, let found, let wanted):
                "主题文件 \(file.repeatable)：\(key.printable) 的值是 \(found.printable)，应为 \(wanted.printable)"
            case .missing(let file): "没有这个主题文件：\(file.repeatable)"
            }
        return Phrase(chinese, "\(error)".printable)
    }

    static func terminal(_ error: TerminalError) -> Phrase {
        let chinese =
            switch error {
            case .notATerminal: "收银台需要终端：标准输入和标准输出都必须是终端"
            case .unknownTerminal(let name): "不认识终端类型 TERM=\(name.repeatable)，或它不能显示屏幕"
            case .noDescriptor(let errorNumber): "系统不允许再打开文件（错误 \(errorNumber)）"
            }
        return Phrase(chinese, "\(error)".printable)
    }
}
