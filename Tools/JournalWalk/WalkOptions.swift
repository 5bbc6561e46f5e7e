/// The command line of the walk.
struct WalkOptions {
    static let usage = """
        journal-walk [--states N] [--flipped N] [--lines N] [--first-seed N]
        journal-walk --seed N [--flipping]

        Lets journals on simulated disks crash, and compares what is read back with what was acknowledged. With --seed
        one walk is followed operation by operation.
        """

    /// How many crash states to try.
    private(set) var states = 1_000_000
    /// How many more with one flipped bit besides.
    private(set) var flipped = 300_000
    /// Over how many lines every single bit is flipped.
    private(set) var lines = 2000
    private(set) var firstSeed: UInt64 = 1
    /// The one walk to follow.
    private(set) var seed: UInt64?
    private(set) var isFlipping = false

    /// Reads the arguments; nil when they can't be understood.
    init?(arguments: ArraySlice<String>) {
        var rest = arguments
        while let name = rest.popFirst() {
            if name == "--flipping" {
                isFlipping = true
                continue
            }
            guard let value = rest.popFirst().flatMap({ UInt64($0) }), value < 1 << 40 else { return nil }
            switch name {
            case "--states": states = Int(value)
            case "--flipped": flipped = Int(value)
            case "--lines": lines = Int(value)
            case "--first-seed": firstSeed = value
            case "--seed": seed = value
            default: return nil
            }
        }
    }
}
