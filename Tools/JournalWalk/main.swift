import Glibc

guard let options = WalkOptions(arguments: CommandLine.arguments.dropFirst()) else {
    print(WalkOptions.usage)
    exit(2)
}
if let seed = options.seed {
    exit(Walks.follow(seed, flipping: options.isFlipping) ? 0 : 1)
}
let start = ContinuousClock.now
let crashes = await Walks.run(states: options.states, from: options.firstSeed, flipping: false)
let flipped = await Walks.run(states: options.flipped, from: options.firstSeed, flipping: true)
let bits = await BitFlips.run(lines: options.lines)
let failures = crashes.failures + flipped.failures + bits.failures
for failure in failures.prefix(20) { print(failure) }
let seconds = (ContinuousClock.now - start).components.seconds
print(
    "journal-walk: \(crashes.states) crash states and \(flipped.states) with a flipped bit besides, of "
        + "\(crashes.seeds + flipped.seeds) seeds; \(bits.flips) bits of \(bits.lines) lines flipped one by one; "
        + "\(failures.count) failures; \(seconds) s")
exit(failures.isEmpty ? 0 : 1)
