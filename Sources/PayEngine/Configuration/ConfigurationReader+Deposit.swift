extension ConfigurationReader {
    func deposit(_ table: ConfigurationTable) -> TillConfiguration.DepositDefaults {
        defer { table.refuseOthers() }
        let maximum =
            table.parsed("maximum", .amount(maximum: Fen.orderLimit)) { Self.amount($0, upTo: Fen.orderLimit) }
            ?? Fen(5_000_000)
        let quick = table.list("quick_amounts", of: .amount(maximum: maximum), count: 0...4) {
            Self.amount($0, upTo: maximum)
        }
        // The defaults give way to a maximum that is below them.
        let quickDefaults = [10_000, 20_000, 50_000].map { Fen($0) }.filter { $0 <= maximum }
        return TillConfiguration.DepositDefaults(
            body: table.words("body", bytes: 128) ?? "押金",
            maximum: maximum,
            quickAmounts: quick ?? quickDefaults,
            asksReference: table.truth("ask_reference") ?? false,
            disarmTime: .seconds(table.wholeNumber("disarm_seconds", 10...3600) ?? 120),
            wechatPartialRelease: table.truth("wechat_partial_release") ?? false,
            wechatHoldDays: table.wholeNumber("wechat_hold_days", 1...365) ?? 30,
            alipayHoldDays: table.wholeNumber("alipay_hold_days", 1...365) ?? 30,
            attach: table.optionalWords("attach", bytes: OrderOptions.attachLimit),
            goodsTag: table.optionalWords("goods_tag", bytes: OrderOptions.goodsTagLimit),
            limitPay: table.isEmptyText("limit_pay") ? nil : name(table, "limit_pay"),
            payChannels: table.optionalWords("enable_pay_channels", bytes: OrderOptions.payChannelsLimit))
    }

    func codes(_ table: ConfigurationTable) -> CodePrefixes {
        defer { table.refuseOthers() }
        var codes = CodePrefixes()
        codes.wechat = prefixes(table, "wechat") ?? codes.wechat
        codes.alipay = prefixes(table, "alipay") ?? codes.alipay
        // One code must not belong to two wallets.
        for prefix in codes.wechat where codes.alipay.contains(prefix) {
            table.report.tell(.repeated(found: "\"\(prefix)\""), at: table.path("alipay"))
        }
        return codes
    }

    func staff(_ tables: [ConfigurationTable]) -> [StaffMember] {
        var members: [StaffMember] = []
        for table in tables {
            let id = table.requiredText("id", bytes: 64)
            if !id.isEmpty && members.contains(where: { $0.id == id }) {
                table.report.tell(.repeated(found: "\"\(id)\""), at: table.path("id"))
            }
            let roles = ConfigurationRequirement.oneOf(StaffMember.Role.allCases.map(\.rawValue))
            let role: StaffMember.Role? = table.require("role", roles) ? name(table, "role") : nil
            let name = table.require("name", .text(bytes: 128)) ? table.words("name", bytes: 128) : nil
            let pin = table.parsed("pin", .pinHash, isSecret: true) { PinHash($0) }
            table.refuseOthers()
            members.append(StaffMember(id: id, name: name ?? "", role: role ?? .clerk, pinHash: pin))
        }
        return members
    }

    private func prefixes(_ table: ConfigurationTable, _ key: String) -> [String]? {
        table.list(key, of: .codePrefix, count: 0...90) { text in
            text.utf8.count == 2 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
        }
    }

    private static func amount(_ text: String, upTo maximum: Fen) -> Fen? {
        do throws(Fen.ParsingError) {
            let amount = try Fen(yuan: text)
            return amount <= maximum ? amount : nil
        } catch {
            return nil
        }
    }
}
