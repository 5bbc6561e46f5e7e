/// What is wrong with a line that is intact.
enum LineFault: Error, Equatable {
    /// Its fields can't be read.
    case unreadable(line: Int64, detail: String)
    /// By it more was released and consumed than was frozen.
    case impossible(line: Int64)
}
