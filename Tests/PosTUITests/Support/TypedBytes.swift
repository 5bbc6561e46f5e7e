@testable import PosTUI

/// A decoder, the bytes that come to it and the time that passes, as the loop has them.
struct TypedBytes {
    private(set) var decoder: InputDecoder
    private(set) var inputs: [InputDecoder.Input] = []
    private(set) var time: Int64 = 1000

    init(own: [(sequence: [UInt8], key: Key)] = [], isMidway: Bool = false) {
        decoder = InputDecoder(sequences: KeySequences(own: own), at: 1000, isMidway: isMidway)
    }

    mutating func come(_ bytes: some Sequence<UInt8>) {
        inputs += decoder.decode(bytes, at: time)
    }

    mutating func come(_ text: String) {
        come(text.utf8)
    }

    /// Nothing comes for so long; the loop wakes when the decoder asks for it.
    mutating func pass(_ milliseconds: Int64) {
        let end = time + milliseconds
        while let deadline = decoder.deadline, deadline <= end {
            time = max(time, deadline)
            inputs += decoder.pass(to: time)
            if decoder.deadline == deadline { break }
        }
        time = end
        inputs += decoder.pass(to: time)
    }

    /// What a piece of bytes makes when it comes at once.
    static func all(_ bytes: some Sequence<UInt8>, own: [(sequence: [UInt8], key: Key)] = []) -> [InputDecoder.Input] {
        var typed = TypedBytes(own: own)
        typed.come(bytes)
        typed.pass(5000)
        return typed.inputs
    }
}
