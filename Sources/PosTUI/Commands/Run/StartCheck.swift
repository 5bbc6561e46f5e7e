import CSystem
import Glibc
import PayEngine

/// Checks that the system gives what any command needs.
///
/// Where it does not, libraries below end the process or wait for ever; at the start nothing is made yet and it can be
/// said.
enum StartCheck {
    /// For the journal's files, the line to the gateway, the log, the event loops.
    private static let descriptors = 24
    /// Threads' stacks and the connection's buffers, as address space.
    private static let memory = 128 << 20
    /// Free memory that stays with the process; it is used only when it is needed.
    private static let keptMemory = 48 << 20

    /// Makes the checks, and returns what is wanting.
    ///
    /// `lastWords`, which is ``SystemWant/eventLoop``, is told when libdispatch ends the process in here; `lastData` is
    /// then printed, unless it is nil.
    static func run(lastWords: String, lastData: String?) -> SystemWant? {
        raiseDescriptorLimit()
        if !hasDescriptors { return .descriptors }
        if !hasMemory { return .memory }
        // A limit that is lowered later finds a till that has what it needs for its work.
        postui_touch_stack()
        guard postui_keep_memory(keptMemory) != 0 else { return .memory }
        if !hasThreads { return .threads }
        switch SignalWatch.prepare() {
        case 0: break
        case EMFILE, ENFILE: return .descriptors
        default: return .threads
        }
        if (try? SystemRandom().bytes(1)) == nil { return .randomness }
        guard TLSLibrary.canSign else { return .digests }
        let data = lastData.map { $0 + "\n" } ?? ""
        return EventLoopCheck.run(lastWords: lastWords + "\n", lastData: data) ? nil : .eventLoop
    }

    /// A soft limit below the hard one is nobody's last word.
    private static func raiseDescriptorLimit() {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0, limit.rlim_cur < 256 else { return }
        limit.rlim_cur = min(256, limit.rlim_max)
        setrlimit(kind, &limit)
    }

    private static var hasDescriptors: Bool {
        var opened: [Int32] = []
        defer { for descriptor in opened { close(descriptor) } }
        for _ in 0..<descriptors {
            let descriptor = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { return false }
            opened.append(descriptor)
        }
        return true
    }

    private static var hasMemory: Bool {
        let found = mmap(nil, memory, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
        guard found != MAP_FAILED else { return false }
        munmap(found, memory)
        return true
    }

    private static var hasThreads: Bool {
        var thread = pthread_t()
        guard pthread_create(&thread, nil, { _ in nil }, nil) == 0 else { return false }
        pthread_join(thread, nil)
        return true
    }
}
