/// `order_client`: who asked.
struct BankClient: Codable, Equatable, Sendable {
    var deviceID: String?
    var machineNo: String?
    var staffID: String?
    var terminalType = 4
    var sdkVersion = "1.0"
    var ip = "127.0.0.1"
    var serialNumber: String?
    var subTerminalType: Int?
    var shopID: String?

    init() {}

    init(_ client: BankJSON) {
        deviceID = client["device_id"]?.text
        machineNo = client["machine_no"]?.text
        staffID = client["staff_id"]?.text
        terminalType = client["terminal_type"]?.whole ?? 4
        sdkVersion = client["sdk_version"]?.text ?? ""
        ip = client["spbill_create_ip"]?.text ?? ""
        serialNumber = client["sn_code"]?.text
        subTerminalType = client["sub_terminal_type"]?.whole
        shopID = client["shop_id"]?.text
    }

    /// As the published examples write it: what is not known stands there empty or as 0.
    var json: BankJSON {
        var members: [BankJSON.Member] = [.init("device_id", .text(deviceID ?? ""))]
        if let staffID { members.append(.init("staff_id", .text(staffID))) }
        members += [
            .init("machine_no", .text(machineNo ?? "")),
            .init("terminal_type", .number(terminalType)),
            .init("sdk_version", .text(sdkVersion)),
            .init("spbill_create_ip", .text(ip)),
            .init("sub_terminal_type", .number(subTerminalType ?? 0)),
            .init("sn_code", .text(serialNumber ?? "")),
        ]
        if let shopID { members.append(.init("shop_id", .text(shopID))) }
        return .object(members)
    }
}
