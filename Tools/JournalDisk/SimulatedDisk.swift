import Glibc
package import Persistence

/// A folder on a disk that fails, forgets and lies as a seed says.
package final class SimulatedDisk: JournalIO {
    private enum Change {
        case add(String, SimulatedNode)
        case remove(String)
        case move(String, String, SimulatedNode)
    }

    package let path = "simulated"
    package var random: SeededRandom
    /// Of a hundred operations that change something, how many fail.
    package var faults = 0
    /// The process dies at this many operations from now; nil for never.
    package var life: Int?
    package var free: Int64 = 1 << 30
    /// No write fits until the reserve is removed.
    package var isFull = false
    private var failing: [String] = []
    /// Called before each operation that changes something, and never while it is under way: the moments at which the
    /// world may end.
    package var witness: (() -> Void)?
    /// Told of each operation, to follow a failure.
    package var trace: ((String) -> Void)?
    package private(set) var isDead = false
    package private(set) var operations = 0
    private var names: [String: SimulatedNode] = [:]
    private var durable: [String: SimulatedNode] = [:]
    private var pending: [Change] = []

    package init(seed: UInt64) {
        random = SeededRandom(seed: seed)
    }

    private init(_ other: SimulatedDisk) {
        random = other.random
        names = other.names.mapValues { $0.copy() }
        durable = names
    }

    /// Returns a disk with the same contents, all of them durable, to try something out on.
    package func copy() -> SimulatedDisk { SimulatedDisk(self) }

    /// Returns the same moment on a disk of its own, with everything that is not durable yet; its luck is of the given
    /// seed.
    ///
    /// It is what one of many futures begins from.
    package func fork(seed: UInt64) -> SimulatedDisk { SimulatedDisk(self, seed: seed) }

    private init(_ other: SimulatedDisk, seed: UInt64) {
        random = SeededRandom(seed: seed)
        var copies: [ObjectIdentifier: SimulatedNode] = [:]
        func copy(_ node: SimulatedNode) -> SimulatedNode {
            if let copy = copies[ObjectIdentifier(node)] { return copy }
            let copy = node.copy()
            copies[ObjectIdentifier(node)] = copy
            return copy
        }
        names = other.names.mapValues(copy)
        durable = other.durable.mapValues(copy)
        pending = other.pending.map { change in
            switch change {
            case .add(let name, let node): .add(name, copy(node))
            case .remove: change
            case .move(let name, let other, let node): .move(name, other, copy(node))
            }
        }
    }

    package var contents: [String: [UInt8]] { names.mapValues(\.cached) }

    package func put(_ name: String, _ bytes: [UInt8]) {
        let node = SimulatedNode()
        node.write(bytes, at: 0)
        node.sync()
        names[name] = node
        durable[name] = node
    }

    package func flip(_ name: String, _ offset: Int, _ mask: UInt8) { names[name]?.flip(offset, mask) }

    /// Ends the process; what it wrote stays in the cache.
    package func kill() {
        trace?("the process ends")
        isDead = false
        life = nil
        faults = 0
    }

    /// Lets the power fail and come back.
    package func crash() {
        trace?("the power fails")
        kill()
        for change in pending where random.chance(60) {
            switch change {
            case .add(let name, let node): durable[name] = node
            case .remove(let name): durable[name] = nil
            case .move(let name, let other, let node):
                durable[name] = nil
                durable[other] = node
            }
        }
        pending = []
        names = durable
        for name in names.keys.sorted() { names[name]?.crash(&random) }
    }

    package func list() throws(JournalError) -> [String] {
        try live()
        return Array(names.keys)
    }

    package func open(_ name: String, writing: Bool) throws(JournalError) -> (any JournalFile)? {
        try live()
        return names[name].map { SimulatedFile(self, $0) }
    }

    package func create(_ name: String) throws(JournalError) -> any JournalFile {
        if try fails() { throw failure("create") }
        guard names[name] == nil else { throw failure("create") }
        let node = SimulatedNode()
        names[name] = node
        pending.append(.add(name, node))
        return SimulatedFile(self, node)
    }

    package func rename(_ name: String, to other: String) throws(JournalError) {
        if try fails() { throw failure("rename") }
        guard let node = names.removeValue(forKey: name) else { throw failure("rename") }
        names[other] = node
        pending.append(.move(name, other, node))
    }

    package func remove(_ name: String) throws(JournalError) {
        if try fails() { throw failure("unlink") }
        if name == DiskReserve.name { isFull = false }
        names[name] = nil
        pending.append(.remove(name))
    }

    package func freeBytes() throws(JournalError) -> Int64 {
        try live()
        return free
    }

    package func sync() throws(JournalError) {
        if try fails() { throw failure("fsync") }
        durable = names
        pending = []
    }

    func live() throws(JournalError) {
        if isDead { throw failure("dead") }
    }

    /// Counts an operation; true when it has to fail, and throws when the process is dead.
    func fails(_ call: String = #function) throws(JournalError) -> Bool {
        try live()
        witness?()
        let fails = decide(call)
        trace?("\(call) \(isDead ? "dies" : fails ? "fails" : "works")")
        return fails
    }

    /// Lets the next call of this name fail, then the next of the second name, and so on.
    package func failNext(_ calls: String...) { failing = calls }

    private func decide(_ call: String) -> Bool {
        if failing.first == call {
            failing.removeFirst()
            return true
        }
        operations += 1
        if let left = life {
            life = left - 1
            if left <= 0 {
                isDead = true
                return true
            }
        }
        return random.chance(faults)
    }

    func failure(_ call: String) -> JournalError { .system(call: call, path: path, errno: EIO) }
}
