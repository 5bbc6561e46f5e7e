/// Why the demo can't be shown.
enum DemoFailure: Error, Equatable {
    case noHome
    case folder(path: String, errno: Int32)
    /// `cpay-sandbox` is not beside this program.
    case noSandbox(path: String)
    case sandboxEnded(log: String)
}
