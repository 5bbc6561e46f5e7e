import FoundationEssentials

/// The object of an answer that bears the interface's name.
struct ReplyObject<Object: Decodable>: Decodable {
    let object: Object?

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        let interface = decoder.userInfo[.interface] as? Interface
        object = interface.flatMap { container.object(Object.self, Name(stringValue: $0.objectName)) }
    }
}

extension WireJSON {
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8], of interface: Interface) -> Value? {
        let decoder = JSONDecoder()
        decoder.userInfo[.interface] = interface
        return try? decoder.decode(type, from: Data(bytes))
    }
}

extension CodingUserInfoKey {
    fileprivate static let interface = CodingUserInfoKey(rawValue: "interface")!
}
