@testable import PosTUI

extension InputDecoder {
    /// Takes bytes that came at once.
    mutating func decode(_ bytes: some Sequence<UInt8>, at time: Int64) -> [Input] {
        var inputs: [Input] = []
        for byte in bytes { inputs += decode(byte, at: time) }
        return inputs
    }
}
