import PayEngine

extension Phrase {
    /// Returns why the file of `--detail` was not taken.
    static func wrongDetail(_ error: GoodsDetailError, file: String) -> Phrase {
        let (chinese, english) = wrongDetail(error)
        return Phrase(
            "--detail \(file.repeatable)：\(chinese)没有发送。", "--detail \(file.repeatable): \(english) Nothing was sent.")
    }

    private static func wrongDetail(_ error: GoodsDetailError) -> (String, String) {
        switch error {
        case .unreadable(let code): ("无法读取（系统错误 \(code)）。", "it can't be read (error \(code)).")
        case .fileTooLarge:
            ("超过 \(GoodsDetail.fileLimit) 字节。", "it is longer than \(GoodsDetail.fileLimit) bytes.")
        case .notJSON: ("不是 JSON 文件。", "it is no JSON file.")
        case .unknown(let member): ("没有 \(member.repeatable) 这一项。", "there is no such member as \(member.repeatable).")
        case .unfit(let member):
            ("缺少 \(member.repeatable)，或内容不对。", "\(member.repeatable) is missing, or is not what it must be.")
        case .tooLong(let member, let limit, let found):
            (
                "\(member.repeatable) 太长：\(found) 字节，最多 \(limit)。",
                "\(member.repeatable) is too long: \(found) bytes, at most \(limit)."
            )
        }
    }
}
