/// The gateway's clock as the last ping told it, beside ours at that moment.
struct GatewayClock: Equatable, Codable, Sendable {
    /// Milliseconds since 1970.
    var gateway: Int64
    var ours: Int64
    /// Milliseconds since boot, the machine's sleep counted.
    var boottime: Int64
    var boot: String

    /// Keeps what a ping told, in Unix seconds; nil when no clock can say that.
    init?(seconds: Int64, at clock: any TillClock) {
        guard Self.plausible.contains(seconds) else { return nil }
        gateway = seconds * 1000
        ours = clock.now.milliseconds
        boottime = Int64(clock.boottime.wholeMilliseconds)
        boot = clock.boot
    }

    /// The years 2020 to 2099.
    private static let plausible: ClosedRange<Int64> = 1_577_836_800...4_102_444_799

    var isSound: Bool {
        Self.plausible.contains(gateway / 1000) && (0...Int64.max >> 2).contains(ours)
            && (0...Int64.max >> 2).contains(boottime)
    }

    /// Returns the gateway's time.
    ///
    /// Within the boot of the ping it runs on with the clock that nobody sets; after it, our own clock and the
    /// difference are all that is known.
    func time(by clock: any TillClock) -> GatewayTime {
        let isSure = boot == clock.boot
        let passed =
            isSure ? Int64(clock.boottime.wholeMilliseconds) - boottime : clock.now.milliseconds - ours
        return GatewayTime(now: Timestamp(milliseconds: gateway + passed), isSure: isSure)
    }
}

/// What the gateway's clock says now.
public struct GatewayTime: Equatable, Sendable {
    /// The moment.
    public var now: Timestamp
    /// Whether a ping told the time since this machine was started.
    ///
    /// Otherwise it is this machine's, corrected by the last known difference.
    public var isSure: Bool

    /// Makes a time.
    public init(now: Timestamp, isSure: Bool) {
        self.now = now
        self.isSure = isSure
    }
}
