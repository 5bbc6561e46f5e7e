import FoundationEssentials

/// A PIN as the configuration keeps it (`pin` of `[[staff]]`), made by `postui staff pin`.
///
///     scrypt:ln=15,r=8,p=1:SALT:HASH
///
/// `ln` is the binary logarithm of scrypt's N; salt and hash are Base64 without padding. Only this one spelling is
/// read. PINs are short: whoever has the hash can try them all in hours, so it prints as nothing but its name.
public struct PinHash: Equatable, Sendable {
    /// The costs that are taken: 16 MiB to 128 MiB of memory.
    ///
    /// Below is too easy to try, above a till would stand still.
    static let costs = 14...17
    static let parallelisms = 1...4
    /// The one value that RFC 7914 advises.
    static let blockSize = 8
    static let saltLengths = 16...32
    static let length = 32
    private static let scheme = "scrypt"

    let scrypt: Scrypt
    let salt: [UInt8]
    let hash: [UInt8]

    /// Hashes a PIN with a new salt; takes 32 MiB and some 50 ms.
    ///
    /// - Returns: nil when the machine has no memory for it.
    /// - Throws: ``RandomError`` when there is nothing to make a salt of.
    public init?(hashing pin: Pin, random: any RandomSource = SystemRandom()) throws(RandomError) {
        self.init(hashing: pin, with: Scrypt(cost: 15), salt: try random.bytes(16))
    }

    init?(hashing pin: Pin, with scrypt: Scrypt, salt: [UInt8]) {
        guard let hash = try? scrypt.derive(Self.length, from: pin.digits, salt: salt) else { return nil }
        self.scrypt = scrypt
        self.salt = salt
        self.hash = hash
    }

    /// Reads a hash; nil unless the text is one that ``text`` makes, within the limits.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == Self.scheme, text.utf8.count <= 200,
            let scrypt = Self.parameters(parts[1]),
            let salt = Self.bytes(parts[2]), Self.saltLengths.contains(salt.count),
            let hash = Self.bytes(parts[3]), hash.count == Self.length
        else { return nil }
        self.scrypt = scrypt
        self.salt = salt
        self.hash = hash
        // Signs, leading zeros, padding: what reads the same but is written otherwise is somebody's mistake.
        guard self.text == text else { return nil }
    }

    /// The value of `pin`, without quotes.
    public var text: String {
        "\(Self.scheme):ln=\(scrypt.cost),r=\(scrypt.blockSize),p=\(scrypt.parallelism)"
            + ":\(Self.base64(salt)):\(Self.base64(hash))"
    }

    /// Whether it is the hash of that PIN: as slow as making one, and compared in constant time.
    func matches(_ pin: Pin) throws(Scrypt.Failure) -> Bool {
        KeyedDigest.areEqual(try scrypt.derive(hash.count, from: pin.digits, salt: salt), hash)
    }

    private static func parameters(_ text: Substring) -> Scrypt? {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 3,
            let cost = number(parts[0], "ln="), costs.contains(cost),
            let blockSize = number(parts[1], "r="), blockSize == Self.blockSize,
            let parallelism = number(parts[2], "p="), parallelisms.contains(parallelism)
        else { return nil }
        return Scrypt(cost: cost, blockSize: blockSize, parallelism: parallelism)
    }

    private static func number(_ text: Substring, _ name: String) -> Int? {
        text.hasPrefix(name) ? Int(text.dropFirst(name.count)) : nil
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }
}

extension PinHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type's name, and nothing of the hash.
    public var description: String { "PinHash(…)" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows the hash.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
