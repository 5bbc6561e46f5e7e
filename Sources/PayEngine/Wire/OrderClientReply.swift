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
