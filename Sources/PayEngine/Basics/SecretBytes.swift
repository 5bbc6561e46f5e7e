import Glibc

/// Bytes of a payment code or a PIN, or a request that holds one.
///
/// They lie in memory of their own, which is overwritten when the last value that has them lets go. It prints as
/// nothing but its length, and compares in constant time.
///
/// Whoever makes a `String` or an array of them makes a copy elsewhere; one byte at a time is none. What cannot be
/// reached from here stands in the manual: registers and stack frames that the compiler makes use of, and the kernel's
/// buffers of the terminal and of the socket.
public struct SecretBytes: Sendable {
    /// Nil while there are none.
    private var buffer: SecretBuffer?

    /// Makes an empty value, which takes no memory.
    public init() {}

    /// Copies the bytes into memory of its own.
    public init(_ bytes: some Sequence<UInt8>) {
        append(contentsOf: bytes)
    }

    /// Adds one byte.
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        guard let buffer else { return }
        buffer.start.storeBytes(of: byte, toByteOffset: buffer.count, as: UInt8.self)
        buffer.count += 1
    }

    /// Adds bytes, one after the other.
    public mutating func append(contentsOf bytes: some Sequence<UInt8>) {
        for byte in bytes { append(byte) }
    }

    /// Takes the last byte away.
    ///
    /// There must be one.
    public mutating func removeLast() {
        reserve(0)
        guard let buffer, buffer.count > 0 else { preconditionFailure("there is no last byte") }
        buffer.count -= 1
        explicit_bzero(buffer.start + buffer.count, 1)
    }

    /// Lets go of the bytes.
    ///
    /// They are overwritten, unless another value has them, too.
    public mutating func removeAll() {
        buffer = nil
    }

    /// Calls a function with the bytes where they are.
    ///
    /// The pointer must not outlive the call.
    func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try withExtendedLifetime(buffer) {
            try body(UnsafeRawBufferPointer(start: buffer?.start, count: count))
        }
    }

    /// Makes the buffer this value's alone, with room for that many more bytes.
    private mutating func reserve(_ more: Int) {
        let wanted = count + more
        let room = buffer?.capacity ?? 0
        if wanted <= room, isKnownUniquelyReferenced(&buffer) { return }
        let capacity = wanted <= room ? room : Swift.max(2 * room, wanted)
        buffer = buffer?.copy(capacity: capacity) ?? SecretBuffer(capacity: capacity)
    }
}

extension SecretBytes: RandomAccessCollection {
    /// How many bytes there are.
    public var count: Int { buffer?.count ?? 0 }
    /// Always 0.
    public var startIndex: Int { 0 }
    /// The same as ``count``.
    public var endIndex: Int { count }

    /// The byte at an index, which must be there.
    public subscript(index: Int) -> UInt8 {
        guard let buffer, (0..<buffer.count).contains(index) else { preconditionFailure("there is no such byte") }
        return buffer.start.load(fromByteOffset: index, as: UInt8.self)
    }
}

extension SecretBytes: Hashable {
    /// Whether the bytes are equal, compared in a time that tells nothing but the lengths.
    public static func == (left: SecretBytes, right: SecretBytes) -> Bool {
        guard left.count == right.count else { return false }
        return left.indices.reduce(0) { $0 | (left[$1] ^ right[$1]) } == 0
    }

    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The number of bytes, and nothing of them.
    public var description: String { "SecretBytes(\(count))" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// A mirror without children, so that no dump shows the bytes.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension SecretBytes {
    /// A copy of them as UTF-8, for what turned out to be no secret.
    package var text: String { String(decoding: self, as: UTF8.self) }

    /// Calls a function with each character of one scalar, as keys send them.
    package func forEachCharacter(_ body: (Character) -> Void) {
        var bytes = makeIterator()
        var codec = UTF8()
        while case .scalarValue(let scalar) = codec.decode(&bytes) { body(Character(scalar)) }
    }
}
