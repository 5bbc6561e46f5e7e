import Glibc

/// An open descriptor.
///
/// It is closed when its owner lets it go.
struct Descriptor: ~Copyable, Sendable {
    let number: Int32

    /// Takes what a call returned that opens something.
    ///
    /// - Throws: `.system`, with the call's error, when it opened nothing.
    init(_ number: Int32, _ call: String, _ path: String) throws(JournalError) {
        guard number >= 0 else { throw SystemCall.failure(call, path) }
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Gives the number to somebody else, who closes it.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }
}
