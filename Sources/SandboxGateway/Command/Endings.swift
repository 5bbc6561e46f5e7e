import Dispatch
import Glibc

/// What ends the process: SIGTERM, SIGINT or, where that is asked for, the parent's end.
struct Endings {
    private let stream: AsyncStream<Void>

    init(watchesParent: Bool) {
        let parent = getppid()
        stream = AsyncStream { continuation in
            var sources: [any DispatchSourceProtocol] = []
            for number in [SIGTERM, SIGINT] {
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { continuation.yield() }
                sources.append(source)
            }
            if watchesParent {
                // PR_SET_PDEATHSIG would follow the parent's thread, which may end long before the parent does.
                let timer = DispatchSource.makeTimerSource(queue: .global())
                timer.schedule(deadline: .now(), repeating: .milliseconds(200))
                timer.setEventHandler { if getppid() != parent { continuation.yield() } }
                sources.append(timer)
            }
            for source in sources { source.resume() }
            nonisolated(unsafe) let kept = sources
            continuation.onTermination = { _ in for source in kept { source.cancel() } }
        }
    }

    func wait() async {
        for await _ in stream { return }
    }
}
