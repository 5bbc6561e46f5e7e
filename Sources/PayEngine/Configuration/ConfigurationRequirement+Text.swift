extension ConfigurationRequirement {
    /// Returns what is wanted, in a form that follows “wanted”.
    func text(in language: TillConfiguration.Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }

    private var english: String {
        switch self {
        case .table: "a table"
        case .tables: "tables: [[…]]"
        case .text(let bytes): "a text in quotes, 1 to \(bytes) bytes of UTF-8, without control characters"
        case .wholeNumber(let range): "a whole number, \(range.lowerBound) to \(range.upperBound)"
        case .seconds(let range): "seconds, \(Self.text(range.lowerBound)) to \(Self.text(range.upperBound))"
        case .truth: "true or false"
        case .amount(let maximum):
            "an amount in yuan in quotes, \"0.01\" to \"\(maximum.yuan)\", two decimals at most"
        case .orderPrefix: "1 to 16 letters and digits (a-z, A-Z, 0-9) in quotes"
        case .ipv4: "an IPv4 address in quotes, such as \"192.0.2.7\""
        case .base: "\"https://host\" or \"https://host:port\" without a path; http only for 127.x.x.x or [::1]"
        case .proxy: "\"http://host:port\" (or https, socks5, socks5h) in quotes"
        case .ciphers:
            "OpenSSL's names of ciphers of TLS 1.2 joined by colons, such as \"ECDHE-RSA-AES128-GCM-SHA256\"; "
                + "no groups, none without a certificate, without encryption or below 128 bits"
        case .oneOf(let names): names.map { "\"\($0)\"" }.joined(separator: " or ")
        case .theme: "the name of a theme (letters, digits, - and _) or a path that ends in .toml, in quotes"
        case .path: "the path of a file or folder in quotes; relative paths count from this file's folder"
        case .codePrefix: "two digits in quotes"
        case .pinHash:
            "the line that postui staff pin prints, \"\(Self.pinHashForm)\" (a PIN itself must not stand here)"
        case .list(let element, let count):
            "a list of \(count.lowerBound) to \(count.upperBound), each: \(element.english)"
        }
    }

    private var chinese: String {
        switch self {
        case .table: "表"
        case .tables: "若干个表：[[…]]"
        case .text(let bytes): "引号内的文字，UTF-8 编码 1 到 \(bytes) 字节，不含控制字符"
        case .wholeNumber(let range): "\(range.lowerBound) 到 \(range.upperBound) 的整数"
        case .seconds(let range): "秒数，\(Self.text(range.lowerBound)) 到 \(Self.text(range.upperBound))"
        case .truth: "true 或 false"
        case .amount(let maximum): "引号内的金额（元），\"0.01\" 到 \"\(maximum.yuan)\"，最多两位小数"
        case .orderPrefix: "引号内 1 到 16 个字母或数字（a-z、A-Z、0-9）"
        case .ipv4: "引号内的 IPv4 地址，例如 \"192.0.2.7\""
        case .base: "\"https://主机\" 或 \"https://主机:端口\"，不带路径；http 只能用于 127.x.x.x 或 [::1]"
        case .proxy: "引号内的 \"http://主机:端口\"（或 https、socks5、socks5h）"
        case .ciphers:
            "以冒号连接的 TLS 1.2 加密套件（OpenSSL 名称），例如 \"ECDHE-RSA-AES128-GCM-SHA256\"；"
                + "不能用组名，不能用无证书、不加密或低于 128 位的套件"
        case .oneOf(let names): names.map { "\"\($0)\"" }.joined(separator: " 或 ")
        case .theme: "引号内的主题名（字母、数字、- 和 _）或以 .toml 结尾的路径"
        case .path: "引号内的文件或文件夹路径；相对路径从本文件所在的文件夹算起"
        case .codePrefix: "引号内的两位数字"
        case .pinHash:
            "postui staff pin 打印的那一行，\"\(Self.pinHashForm)\"（此处不能写密码本身）"
        case .list(let element, let count):
            "列表，\(count.lowerBound) 到 \(count.upperBound) 项，每项为：\(element.chinese)"
        }
    }

    private static let pinHashForm =
        "scrypt:ln=\(PinHash.costs.lowerBound)..\(PinHash.costs.upperBound),r=\(PinHash.blockSize),"
        + "p=\(PinHash.parallelisms.lowerBound)..\(PinHash.parallelisms.upperBound):SALT:HASH"

    /// Seconds with as many decimals as there are, down to milliseconds.
    private static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let thousandths = attoseconds / 1_000_000_000_000_000
        guard thousandths > 0 else { return String(seconds) }
        var decimals = String(String(thousandths + 1000).dropFirst())
        while decimals.hasSuffix("0") { decimals.removeLast() }
        return "\(seconds).\(decimals)"
    }
}
