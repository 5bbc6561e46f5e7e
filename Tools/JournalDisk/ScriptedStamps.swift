package import Persistence

/// Times as a test wants them, one for each line; then a second apart.
package final class ScriptedStamps: StampSource {
    private var script: [Stamp]
    private var last: Stamp

    package init(_ script: [Stamp] = []) {
        self.script = script.reversed()
        last = Stamp(milliseconds: 1_795_239_221_000, monotonic: 0, boot: "5e0f")
    }

    package func stamp() -> Stamp {
        last.milliseconds += 1000
        last.monotonic += 1_000_000_000
        last = script.popLast() ?? last
        return last
    }

    package func generation() -> String { "8b1c6a0e-6f0e-4a53-9f0f-3c1d2b7a9e44" }
}
