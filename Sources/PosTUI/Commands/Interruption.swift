import Dispatch
import Glibc

/// What a command does when SIGINT or SIGTERM comes while a request is under way: it says which order is concerned and
/// ends. The journal has the intent; the next start asks about it.
final class Interruption {
    private var sources: [any DispatchSourceSignal] = []

    /// - Parameter handler: runs beside the command, and ends the process.
    init(_ handler: @escaping @Sendable () -> Void) {
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler(handler: handler)
            source.resume()
            sources.append(source)
        }
    }

    deinit {
        for source in sources { source.cancel() }
    }
}
