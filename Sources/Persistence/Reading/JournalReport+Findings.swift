/// What was found wrong, as numbers: a checkpoint keeps it, so that a start which reads only the end still tells of it.
extension JournalReport {
    private enum Kind: Int64 {
        case gap, repair, missingSegment, damagedHeader, strayBytes, unreadable, brokenChain, changedVoid, foreign
        case newDigestKey, lessThanPublished, lessThanCheckpoint, lessThanIndex, shortSegment, noLines, accepted,
            lostLines
    }

    /// Each begins with its kind.
    var findings: [[Int64]] {
        let lists =
            gaps.map { (Kind.gap, Self.numbers($0)) }
            + repairs.map { (Kind.repair, Self.numbers($0)) }
            + problems.filter(\.isDamage).map(Self.numbers) + accepted.map { (Kind.accepted, $0) }
        return lists.map { [$0.0.rawValue] + $0.1 }
    }

    /// What contradicts the rest first: a line may not have room for all.
    var findingsByWeight: [[Int64]] {
        var heavy = self
        heavy.gaps = []
        heavy.repairs = []
        heavy.accepted = []
        heavy.problems = problems.filter(\.isContradiction)
        let first = heavy.findings
        return first + findings.filter { !first.contains($0) && $0.first != Kind.accepted.rawValue }
    }

    /// Takes out what a supervisor accepted: by the losses that this reading saw, and by those before it.
    mutating func settleAccepted() {
        let known = accepted + losses.flatMap(\.found)
        guard !known.isEmpty else { return }
        var found: [[Int64]] = []
        func isAccepted(_ kind: Kind, _ numbers: [Int64]) -> Bool {
            let finding = [kind.rawValue] + numbers
            guard known.contains(finding) else { return false }
            found.append(finding)
            return true
        }
        gaps.removeAll { isAccepted(.gap, Self.numbers($0)) }
        repairs.removeAll { isAccepted(.repair, Self.numbers($0)) }
        problems.removeAll { problem in
            let (kind, numbers) = Self.numbers(problem)
            return isAccepted(kind, numbers)
        }
        accepted += found.filter { !accepted.contains($0) }
    }

    /// Nil when they are not what `findings` makes.
    init?(findings: [[Int64]]) {
        self.init()
        for finding in findings {
            guard let first = finding.first, let kind = Kind(rawValue: first),
                add(kind, Array(finding.dropFirst()))
            else { return nil }
        }
    }

    /// Adds problems that are not there yet.
    mutating func record(_ found: [JournalProblem]) {
        for problem in found where !problems.contains(problem) { problems.append(problem) }
    }

    private mutating func add(_ kind: Kind, _ values: [Int64]) -> Bool {
        switch (kind, values.count) {
        case (.gap, 3):
            guard values[0] > 0, values[0] <= values[1], values[1] < 1 << 60 else { return false }
            gaps.append(JournalGap(numbers: values[0]...values[1], segment: Int(values[2])))
        case (.repair, 4):
            repairs.append(
                JournalRepair(
                    number: values[0], segment: Int(values[1]), offset: values[2],
                    mask: UInt8(truncatingIfNeeded: values[3])))
        case (.missingSegment, 1): problems.append(.missingSegment(Int(values[0])))
        case (.damagedHeader, 1): problems.append(.damagedHeader(segment: Int(values[0])))
        case (.changedVoid, 1): problems.append(.changedVoid(segment: Int(values[0])))
        case (.foreign, 1): problems.append(.foreign(segment: Int(values[0])))
        case (.newDigestKey, 0): problems.append(.newDigestKey)
        case (.strayBytes, 2): problems.append(.strayBytes(segment: Int(values[0]), before: values[1]))
        case (.unreadable, 2): problems.append(.unreadable(number: values[0], segment: Int(values[1])))
        case (.brokenChain, 2): problems.append(.brokenChain(number: values[0], segment: Int(values[1])))
        case (.lessThanPublished, 2):
            problems.append(.lessThanPublished(segment: Int(values[0]), length: values[1]))
        case (.lessThanCheckpoint, 1): problems.append(.lessThanCheckpoint(number: values[0]))
        case (.lessThanIndex, 1): problems.append(.lessThanIndex(segment: Int(values[0])))
        case (.shortSegment, 1): problems.append(.shortSegment(Int(values[0])))
        case (.noLines, 2):
            guard let alteration = SegmentAlteration(rawValue: values[1]) else { return false }
            problems.append(.noLines(segment: Int(values[0]), alteration: alteration))
        case (.lostLines, 3):
            guard values[0] > 0, values[0] <= values[1], values[1] < 1 << 60 else { return false }
            problems.append(.lostLines(from: values[0], through: values[1], segment: Int(values[2])))
        case (.accepted, 1...): accepted.append(values)
        case (_, _): return false
        }
        return true
    }

    private static func numbers(_ gap: JournalGap) -> [Int64] {
        [gap.numbers.lowerBound, gap.numbers.upperBound, Int64(gap.segment)]
    }

    private static func numbers(_ repair: JournalRepair) -> [Int64] {
        [repair.number, Int64(repair.segment), repair.offset, Int64(repair.mask)]
    }

    private static func numbers(_ problem: JournalProblem) -> (Kind, [Int64]) {
        switch problem {
        case .missingSegment(let segment): (.missingSegment, [Int64(segment)])
        case .damagedHeader(let segment): (.damagedHeader, [Int64(segment)])
        case .strayBytes(let segment, let before): (.strayBytes, [Int64(segment), before])
        case .unreadable(let number, let segment): (.unreadable, [number, Int64(segment)])
        case .brokenChain(let number, let segment): (.brokenChain, [number, Int64(segment)])
        case .changedVoid(let segment): (.changedVoid, [Int64(segment)])
        case .foreign(let segment): (.foreign, [Int64(segment)])
        case .newDigestKey: (.newDigestKey, [])
        case .lessThanPublished(let segment, let length): (.lessThanPublished, [Int64(segment), length])
        case .lessThanCheckpoint(let number): (.lessThanCheckpoint, [number])
        case .lessThanIndex(let segment): (.lessThanIndex, [Int64(segment)])
        case .shortSegment(let segment): (.shortSegment, [Int64(segment)])
        case .noLines(let segment, let alteration): (.noLines, [Int64(segment), alteration.rawValue])
        case .lostLines(let first, let last, let segment): (.lostLines, [first, last, Int64(segment)])
        }
    }
}

extension JSONText {
    /// Reads a list of lists of whole numbers, none of which is empty.
    mutating func findings() -> [[Int64]]? {
        guard accept(0x5b) else { return nil }
        var findings: [[Int64]] = []
        while !accept(0x5d) {
            guard findings.isEmpty || accept(0x2c), accept(0x5b) else { return nil }
            var values: [Int64] = []
            repeat {
                guard let value = integer() else { return nil }
                values.append(value)
            } while accept(0x2c)
            guard accept(0x5d) else { return nil }
            findings.append(values)
        }
        return findings
    }
}
