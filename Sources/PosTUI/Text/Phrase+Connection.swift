import PayEngine

extension Phrase {
    /// Returns what the transport says of a failed connection: our own words in the clerk's language, the rest as it
    /// is.
    static func connection(_ detail: String) -> Phrase {
        var chinese = detail.printable
        for fault in ConnectionFault.allCases {
            chinese = chinese.replacing(fault.rawValue, with: words(fault))
        }
        if chinese.contains("[curl 77/") {
            chinese = chinese.replacing(/Problem with the SSL CA cert[^\[]*/, with: "证书文件（[gateway] ca_file）不能用 ")
        }
        return Phrase(chinese, detail.printable)
    }

    private static func words(_ fault: ConnectionFault) -> String {
        switch fault {
        case .unresolved: "找不到服务器（域名无法解析）"
        case .refused: "服务器拒绝连接"
        case .unreachable: "无法连接服务器"
        case .timedOut: "等待超时"
        case .certificateExpired: "服务器证书已过期，或本机时钟不对"
        case .certificateNotYetValid: "服务器证书尚未生效，或本机时钟不对"
        case .certificateOfAnotherHost: "服务器证书不是这个网址的"
        case .certificateUntrusted: "服务器证书的签发机构不受信任"
        case .noTLS: "无法建立安全连接（那里可能不是 https，或没有共同的加密套件，见 [gateway] tls12_ciphers）"
        case .closed: "连接提前断开"
        }
    }
}
