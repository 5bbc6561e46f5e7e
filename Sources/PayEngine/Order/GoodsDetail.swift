import Glibc

/// The goods of an order as the wire has them (`detail`, a JSON text inside of the content), within the protocol's
/// limits.
public struct GoodsDetail: Equatable, Sendable {
    /// A file that is longer, in bytes, is not read.
    public static let fileLimit = 16_384

    /// `cost_price`, in fen.
    public let costPrice: Int?
    /// `receipt_id` on the wire.
    public let receiptID: String?
    /// `goods_detail`; never empty.
    public let goods: [Item]

    /// One of `goods_detail`.
    public struct Item: Equatable, Sendable, Encodable {
        /// `goods_id` on the wire.
        public let id: String?
        /// `goods_name` on the wire.
        public let name: String?
        /// `quantity`, at least 1.
        public let quantity: Int
        /// In fen.
        public let price: Int

        enum CodingKeys: String, CodingKey {
            case id = "goods_id"
            case name = "goods_name"
            case quantity, price
        }

        fileprivate init(_ value: PlainJSON, at path: String) throws(GoodsDetailError) {
            let members = try GoodsDetail.members(of: value, at: path, CodingKeys.self)
            id = try members.text(.id, limit: 32)
            name = try members.text(.name, limit: 256)
            quantity = try members.whole(.quantity, from: 1)
            price = try members.whole(.price, from: 0)
        }
    }

    enum CodingKeys: String, CodingKey {
        case costPrice = "cost_price"
        case receiptID = "receipt_id"
        case goods = "goods_detail"
    }

    /// Reads the JSON of a file: exactly the fields of the protocol, each within its limit.
    public init(json bytes: [UInt8]) throws(GoodsDetailError) {
        guard String(validating: bytes, as: UTF8.self) != nil, let value = WireJSON.decode(PlainJSON.self, from: bytes)
        else { throw .notJSON }
        let members = try Self.members(of: value, at: "", CodingKeys.self)
        costPrice = members[.costPrice] == nil ? nil : try members.whole(.costPrice, from: 0)
        receiptID = try members.text(.receiptID, limit: 32)
        guard case .list(let values)? = members[.goods], !values.isEmpty else {
            throw .unfit(member: CodingKeys.goods.rawValue)
        }
        var goods: [Item] = []
        for (index, value) in values.enumerated() {
            goods.append(try Item(value, at: "\(CodingKeys.goods.rawValue)[\(index + 1)]."))
        }
        self.goods = goods
    }

    /// The text that is sent: the same for the same goods, however the file was laid out.
    var text: String { String(decoding: WireJSON.encode(self), as: UTF8.self) }

    /// Returns the members of an object, none of which is unknown.
    fileprivate static func members<Key: CodingKey & RawRepresentable>(
        of value: PlainJSON, at path: String, _ keys: Key.Type
    ) throws(GoodsDetailError) -> Members<Key> {
        guard case .object(let members) = value else {
            throw .unfit(member: path.isEmpty ? "{}" : String(path.dropLast()))
        }
        for name in members.keys.sorted() where Key(stringValue: name) == nil {
            throw .unknown(member: path + name)
        }
        return Members(path: path, values: members)
    }

    fileprivate struct Members<Key: CodingKey> {
        let path: String
        let values: [String: PlainJSON]

        subscript(key: Key) -> PlainJSON? { values[key.stringValue] }

        func text(_ key: Key, limit: Int) throws(GoodsDetailError) -> String? {
            guard let value = self[key] else { return nil }
            let name = path + key.stringValue
            guard case .text(let text) = value, !text.isEmpty, text.printable == text else {
                throw .unfit(member: name)
            }
            guard text.utf8.count <= limit else {
                throw .tooLong(member: name, limit: limit, found: text.utf8.count)
            }
            return text
        }

        func whole(_ key: Key, from least: Int) throws(GoodsDetailError) -> Int {
            guard case .whole(let number)? = self[key], (least...Int(Int32.max)).contains(number) else {
                throw .unfit(member: path + key.stringValue)
            }
            return number
        }
    }

    /// JSON as the file has it.
    ///
    /// Fractions, truth values and null fit nowhere in a detail.
    fileprivate enum PlainJSON: Decodable {
        case text(String)
        case whole(Int)
        case list([PlainJSON])
        case object([String: PlainJSON])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Int.self) {
                self = .whole(number)
            } else if let list = try? container.decode([PlainJSON].self) {
                self = .list(list)
            } else {
                self = .object(try container.decode([String: PlainJSON].self))
            }
        }
    }
}

extension GoodsDetail: Encodable {
    /// Encodes the detail as it is sent, under the names of the wire.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(costPrice, forKey: .costPrice)
        try container.encodeIfPresent(receiptID, forKey: .receiptID)
        try container.encode(goods, forKey: .goods)
    }
}

extension GoodsDetail {
    /// Reads a file of at most ``fileLimit`` bytes; never waits for one that is none.
    public init(file path: String) throws(GoodsDetailError) {
        let bytes: [UInt8]
        do throws(ReadableFile.Failure) {
            let file = try ReadableFile(path: path, flags: O_NONBLOCK)
            let kind = try file.status().st_mode & S_IFMT
            bytes = kind == S_IFREG ? try file.bytes(upTo: Self.fileLimit + 1) : []
        } catch {
            throw .unreadable(code: error.code)
        }
        guard bytes.count <= Self.fileLimit else { throw .fileTooLarge }
        try self.init(json: bytes)
    }
}

/// Why a file does not give a ``GoodsDetail``.
///
/// Members are named by their path: `goods_detail[2].price`.
public enum GoodsDetailError: Error, Equatable, Sendable {
    /// It can't be opened or read; `errno` as the kernel gave it.
    case unreadable(code: Int32)
    case fileTooLarge
    case notJSON
    /// The protocol has no such member.
    case unknown(member: String)
    /// A member is missing, of another kind than the protocol's, empty or out of its range.
    case unfit(member: String)
    /// In bytes of UTF-8.
    case tooLong(member: String, limit: Int, found: Int)
}
