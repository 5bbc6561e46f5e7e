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
