import CSystem
import Glibc
import Persistence

/// The machine's clocks.
public struct SystemClock: TillClock {
    /// A pause is looked at again this often: the system's timers stand still while the machine sleeps.
    private static let longestSleep = Duration.seconds(5)
    private static let bootName = Self.readBootName()

    /// Makes the clocks of this machine.
    public init() {}

    /// This run of the machine as the journal names it with each sending: shorter than ``boot``, and not to be compared
    /// with it.
    public static var journalBoot: String { Journal.bootOfMachine }

    /// The wall clock, to the millisecond.
    public var now: Timestamp {
        Timestamp(milliseconds: postui_clock_nanoseconds(CLOCK_REALTIME) / 1_000_000)
    }

    /// `CLOCK_BOOTTIME`.
    public var boottime: Duration { Self.duration(CLOCK_BOOTTIME) }

    /// How far `CLOCK_BOOTTIME` is ahead of `CLOCK_MONOTONIC`.
    public var suspended: Duration { Self.duration(CLOCK_BOOTTIME) - Self.duration(CLOCK_MONOTONIC) }

    /// The name of this boot.
    public var boot: String { Self.bootName }

    /// Waits for so long, the machine's sleep counted, or throws at once when the task is cancelled.
    public func pause(for duration: Duration) async throws(CancellationError) {
        let end = boottime + duration
        do {
            while true {
                let left = end - boottime
                guard left > .zero else { return }
                try await Task.sleep(for: min(left, Self.longestSleep))
            }
        } catch {
            throw CancellationError()
        }
    }

    private static func duration(_ clock: clockid_t) -> Duration {
        .nanoseconds(postui_clock_nanoseconds(clock))
    }

    /// Reads the kernel's name of this boot; empty where it tells none.
    private static func readBootName() -> String {
        guard let bytes = try? ReadableFile(path: "/proc/sys/kernel/random/boot_id").bytes(upTo: 36) else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
