/// What was found wrong, as numbers: a checkpoint keeps it, so that a start which reads only the end still tells of it.
extension JournalReport {
    private enum Kind: Int64 {
        case gap, repair, missingSegment, damagedHeader, strayBytes, unreadable, brokenChain, changedVoid, foreign
        case newDigestKey
    }

    /// Each begins with its kind.
    var findings: [[Int64]] {
        let lists =
            gaps.map { (Kind.gap, [$0.numbers.lowerBound, $0.numbers.upperBound, Int64($0.segment)]) }
            + repairs.map { (Kind.repair, [$0.number, Int64($0.segment), $0.offset, Int64($0.mask)]) }
            + problems.filter(\.isDamage).map(Self.numbers)
        return lists.map { [$0.0.rawValue] + $0.1 }
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
    mutating func note(_ found: [JournalProblem]) {
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
        case (_, _): return false
        }
        return true
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
        }
    }
}
