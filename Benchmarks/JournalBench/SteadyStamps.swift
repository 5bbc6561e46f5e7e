import Persistence

/// A clock that goes on by a quarter of a second with each line.
final class SteadyStamps: StampSource {
    private var lines: Int64 = 0

    func stamp() -> Stamp {
        lines += 1
        return Stamp(milliseconds: 1_795_239_221_000 + lines * 250, monotonic: lines * 250_000_000, boot: "5e0f1c2d")
    }

    func generation() -> String { "8b1c6a0e-6f0e-4a53-9f0f-3c1d2b7a9e44" }
}
