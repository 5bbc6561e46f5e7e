import PayEngine

/// A random source that is broken: one byte for ever.
struct ConstantRandom: RandomSource {
    let byte: UInt8

    func bytes(_ count: Int) -> [UInt8] { Array(repeating: byte, count: count) }
}
