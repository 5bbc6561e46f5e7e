internal import TOMLKit

/// Makes the parts of a ``TillConfiguration`` from the tables of a file.
///
/// A part whose table has something wrong is filled with defaults: the report says that it must not be used.
struct ConfigurationReader {
    let file: ConfigurationFile
    let folders: StandardFolders

    func till(_ table: ConfigurationTable) -> TillConfiguration.Till {
        defer { table.refuseOthers() }
        return TillConfiguration.Till(
            deviceID: table.requiredText("device_id", bytes: 64),
            machineNumber: table.requiredText("machine_no", bytes: 32),
            orderPrefix: orderPrefix(table),
            serialNumber: table.text("sn_code", bytes: 127),
            subTerminalType: table.wholeNumber("sub_terminal_type", 0...Int(Int32.max)),
            shopID: table.text("shop_id", bytes: 64),
            address: table.parsed("ip", .ipv4) { IPv4Address($0)?.text },
            language: name(table, "language"),
            theme: table.parsed("theme", .theme, theme) ?? "classic")
    }

    /// Reads `[merchant]`; nil without a key, which is reported then.
    func merchant(_ table: ConfigurationTable) -> TillConfiguration.Merchant? {
        defer { table.refuseOthers() }
        let provider = table.requiredText("out_mch_id", bytes: 32)
        let merchant = table.requiredText("out_sub_mch_id", bytes: 32)
        let shop = table.requiredText("out_shop_id", bytes: 32)
        let staff = table.text("staff_id", bytes: 64)
        let accounts = accounts(table, alipay: table.table("alipay"))
        guard let key = key(table) else { return nil }
        return TillConfiguration.Merchant(
            providerID: provider, merchantID: merchant, shopID: shop, key: key, staffID: staff, accounts: accounts)
    }

    private func accounts(
        _ table: ConfigurationTable, alipay: ConfigurationTable
    ) -> TillConfiguration.PlatformAccounts {
        defer { alipay.refuseOthers() }
        return TillConfiguration.PlatformAccounts(
            appID: table.text("app_id", bytes: 32), subAppID: table.text("sub_app_id", bytes: 32),
            userID: alipay.text("user_id", bytes: 32))
    }

    func gateway(_ table: ConfigurationTable) -> TillConfiguration.Gateway {
        defer { table.refuseOthers() }
        return TillConfiguration.Gateway(
            bases: bases(table),
            authorityFile: authorityFile(table),
            proxy: table.parsed("proxy", .proxy, isSecret: true) { ProxyAddress($0)?.text },
            ciphers: ciphers(table),
            connectTimeout: table.seconds("connect_timeout_seconds", Self.timeouts) ?? .seconds(5),
            timeout: table.seconds("timeout_seconds", Self.timeouts) ?? .seconds(15))
    }

    /// Reads the bases, which are all real or all sandboxes: one may answer for another, and the screens say which kind
    /// it is.
    private func bases(_ table: ConfigurationTable) -> [GatewayBase] {
        let bases = table.list("bases", of: .base, count: 1...16) { GatewayBase($0) } ?? GatewayBase.published
        if Set(bases.map(\.isSandbox)).count > 1 { table.report.tell(.mixedGateways, at: table.path("bases")) }
        return bases
    }

    func polling(_ table: ConfigurationTable) -> TillConfiguration.Polling {
        defer { table.refuseOthers() }
        return TillConfiguration.Polling(
            interval: table.seconds("interval_seconds", .milliseconds(50)...(.seconds(60))) ?? .milliseconds(2500),
            limit: table.seconds("limit_seconds", .milliseconds(100)...(.seconds(3600))) ?? .seconds(120))
    }

    /// Reads `[journal]`; the folder is empty when it was reported to be missing.
    func journal(_ table: ConfigurationTable) -> (directory: String, allowsAnyFileSystem: Bool) {
        defer { table.refuseOthers() }
        return (path(table, "directory", default: "journal"), table.truth("allow_filesystem") ?? false)
    }

    /// Reads `[log]`.
    ///
    /// The log must be neither the authentication key's file, `key`, nor in the journal's folder.
    func log(_ table: ConfigurationTable, key: String?, journal: String) -> TillConfiguration.Log {
        defer { table.refuseOthers() }
        let path = path(table, "file", default: "postui.log")
        if !path.isEmpty, !journal.isEmpty {
            do throws(LogFileTrouble) {
                try LogFilePlace(path: path, configuration: file.path, key: key, journal: journal).check()
            } catch {
                table.report.tell(.logFile(path: path, error), at: table.path("file"))
            }
        }
        return TillConfiguration.Log(file: path, level: name(table, "level") ?? .info)
    }

    /// Returns where the file of the authentication key is; nil where nothing can be read of it.
    func keyPath(_ merchant: ConfigurationTable) -> String? {
        merchant.value("authen_key_file")?.string.flatMap(absolute)
    }

    /// Many times what a system's whole list of authorities takes.
    private static let authorityLimit = 16 << 20

    private static let timeouts: ClosedRange<Duration> = .milliseconds(100)...(.seconds(600))

    private func orderPrefix(_ table: ConfigurationTable) -> String {
        guard table.require("order_prefix", .orderPrefix) else { return "" }
        let prefix = table.parsed("order_prefix", .orderPrefix) { text in
            (1...16).contains(text.utf8.count) && text.utf8.allSatisfy(\.isASCIILetterOrDigit) ? text : nil
        }
        return prefix ?? ""
    }

    private func key(_ table: ConfigurationTable) -> AuthenKey? {
        let name = "authen_key_file"
        guard table.require(name, .path) else { return nil }
        guard let text = table.parsed(name, .path, isSecret: true, { absolute($0) == nil ? nil : $0 }),
            let path = absolute(text)
        else { return nil }
        do throws(AuthenKeyFileError) {
            return try AuthenKey(file: path)
        } catch {
            // Who wrote the key itself in the place of its file must not read it in an error message.
            var isKey = false
            if case .unreadable = error { isKey = AuthenKey(text) != nil }
            table.report.tell(
                isKey ? .badValue(found: nil, wanted: .path) : .keyFile(path: path, error), at: table.path(name))
            return nil
        }
    }

    private func authorityFile(_ table: ConfigurationTable) -> String? {
        guard let path = table.parsed("ca_file", .path, absolute) else { return nil }
        do throws(RegularFile.Failure) {
            let bytes = try RegularFile.bytes(of: path, limit: Self.authorityLimit)
            if !CertificateFile.holdsCertificate(bytes) {
                table.report.tell(.noCertificate(path: path), at: table.path("ca_file"))
            }
        } catch {
            let kind: ConfigurationProblem.Kind
            switch error {
            case .unreadable(let code): kind = .unreadable(path: path, code: code)
            case .notRegular: kind = .notRegular(path: path)
            case .tooLong: kind = .tooLong(path: path)
            }
            table.report.tell(kind, at: table.path("ca_file"))
        }
        return path
    }

    private func ciphers(_ table: ConfigurationTable) -> TLSCiphers {
        table.parsed("tls12_ciphers", .ciphers) { try? TLSCiphers($0) } ?? .standard
    }

    private func path(_ table: ConfigurationTable, _ key: String, default name: String) -> String {
        guard table.value(key) == nil else { return table.parsed(key, .path, absolute) ?? "" }
        guard let state = folders.state else {
            table.report.tell(.noHome, at: table.path(key))
            return ""
        }
        return "\(state)/\(name)"
    }

    /// Returns the absolute path; nil for what can't be a path.
    private func absolute(_ text: String) -> String? {
        guard (1...4095).contains(text.utf8.count), text.printable == text else { return nil }
        return text.hasPrefix("/") ? text : "\(file.folder)/\(text)"
    }

    /// Reads the theme; a path is made absolute, so that the rest can tell it from a name.
    private func theme(_ text: String) -> String? {
        if text.contains("/") || text.hasSuffix(".toml") { return absolute(text) }
        let isName =
            (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isASCIILetterOrDigit || $0 == 0x2D || $0 == 0x5F }
        return isName ? text : nil
    }

    /// Reads one of an enumeration's names.
    func name<Name: RawRepresentable & CaseIterable>(_ table: ConfigurationTable, _ key: String) -> Name?
    where Name.RawValue == String {
        table.parsed(key, .oneOf(Name.allCases.map(\.rawValue))) { Name(rawValue: $0) }
    }
}
