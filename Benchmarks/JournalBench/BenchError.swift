/// Why a figure would be worth nothing.
enum BenchError: Error {
    /// Something was found that was not written, or not all of it.
    case wrong(String)
}
