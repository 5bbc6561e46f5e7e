/// `order_client`: which till, and who works at it.
struct OrderClient: Encodable {
    /// `terminal_type` of a Linux till.
    static let linux = 4
    /// `sdk_version` on the wire.
    static let version = "1.0"

    let deviceID: String
    let staffID: String?
    let terminalType = OrderClient.linux
    /// For micro_freeze only.
    let machineNumber: String?
    let sdkVersion = OrderClient.version
    let address: String
    let serialNumber: String?
    /// Given out by cpay for each make of device.
    let subTerminalType: Int?
    /// `shop_id`: the merchant's own name of the shop.
    let shopID: String?

    enum CodingKeys: String, CodingKey {
        case deviceID = "device_id"
        case staffID = "staff_id"
        case terminalType = "terminal_type"
        case machineNumber = "machine_no"
        case sdkVersion = "sdk_version"
        case address = "spbill_create_ip"
        case serialNumber = "sn_code"
        case subTerminalType = "sub_terminal_type"
        case shopID = "shop_id"
    }

    /// Makes the client of a freeze.
    init(freezing till: TillConfiguration.Till, staffID: String?, address: String) {
        deviceID = till.deviceID
        self.staffID = staffID
        machineNumber = till.machineNumber
        self.address = address
        serialNumber = till.serialNumber
        subTerminalType = till.subTerminalType
        shopID = till.shopID
    }

    /// Makes the client of a release, a consume or a query, which need no `machine_no`.
    init(asking till: TillConfiguration.Till, staffID: String? = nil, address: String) {
        deviceID = till.deviceID
        self.staffID = staffID
        machineNumber = nil
        self.address = address
        serialNumber = till.serialNumber
        subTerminalType = till.subTerminalType
        shopID = till.shopID
    }

    var fields: [WireField] {
        [
            WireField("device_id", deviceID, limit: 64),
            WireField("staff_id", staffID, limit: 64),
            WireField("machine_no", machineNumber, limit: 32),
            WireField("sdk_version", sdkVersion, limit: 10),
            WireField("spbill_create_ip", address, limit: 16),
            WireField("sn_code", serialNumber, limit: 127),
            WireField("shop_id", shopID, limit: 64),
        ]
    }
}

/// `order_client` of an answer: who did it.
struct OrderClientReply: WireReadable {
    let deviceID: String?
    let staffID: String?

    init(from object: WireObject) {
        let container = object.keyed(by: OrderClient.CodingKeys.self)
        deviceID = container.text(.deviceID)?.asGatewayText(limit: 64)
        staffID = container.text(.staffID)?.asGatewayText(limit: 64)
    }
}
