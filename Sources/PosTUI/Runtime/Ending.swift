/// How the till's screens ended.
enum Ending: Equatable, Sendable {
    /// The clerk left.
    case quit
    /// A signal came, or the terminal went away (SIGHUP). The terminal was given back; nothing that was sent is lost.
    case signal(Int32)

    /// What the process says to its parent: 0, or 128 and the signal's number.
    var status: Int32 {
        switch self {
        case .quit: 0
        case .signal(let number): 128 + number
        }
    }
}
