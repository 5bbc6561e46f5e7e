import Persistence

extension RawLine {
    /// Calls a function with the line's bytes, for reading that looks about in them.
    ///
    /// The pointer must not outlive the call.
    @inline(__always)
    func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withBytes { bytes throws(Failure) in try bytes.withUnsafeBytes(body) }
    }
}
