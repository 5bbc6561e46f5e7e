/// Finds payment codes inside of a text, however they are written: in full-width digits, with a blank, a hyphen or a
/// point between digits, and as a stretch of a longer run of digits, such as a phone number with a code behind it.
///
/// The numbers of orders, words of exactly 32 letters and digits, also in groups of four, are none, and neither are
/// phone numbers one after the other.
struct CodeSearch {
    /// Every stretch that has the shape of a code; those that touch are one.
    let stretches: [Stretch]

    /// A stretch of digits: where each of them stands among the text's scalars.
    struct Stretch {
        let places: [Int]
    }

    private static let lengths = 16...24

    private let scalars: [Unicode.Scalar]

    /// Searches a text for payment codes.
    ///
    /// `trace` is of a code that is known: it is found whatever it stands in.
    init(_ text: String, prefixes: CodePrefixes = CodePrefixes(), trace: CodeTrace? = nil) {
        guard Self.hasEnoughDigits(text) else {
            scalars = []
            stretches = []
            return
        }
        scalars = Array(text.unicodeScalars)
        let signs = Self.signs(scalars)
        var found = Self.runs(Self.withoutOrderNumbers(signs)).flatMap { $0.stretches(prefixes) }
        if let trace { found += Self.runs(signs).flatMap { $0.stretches(of: trace) } }
        stretches = found
    }

    /// Returns the text with no more of each stretch than its first two and last four digits.
    func masked(_ text: String) -> String {
        guard !stretches.isEmpty else { return text }
        var hidden: Set<Int> = []
        for places in merged() { hidden.formUnion(places.dropFirst(2).dropLast(4)) }
        var result = String.UnicodeScalarView()
        for (place, scalar) in scalars.enumerated() { result.append(hidden.contains(place) ? "*" : scalar) }
        return String(result)
    }

    private func merged() -> [[Int]] {
        var merged: [[Int]] = []
        for next in stretches.map(\.places).sorted(by: { $0[0] < $1[0] }) {
            if let last = merged.last?.last, next[0] <= last {
                merged[merged.count - 1] += next.filter { $0 > last }
            } else {
                merged.append(next)
            }
        }
        return merged
    }

    /// Whether one code stands in a text, whatever else stands there.
    static func finds(_ trace: CodeTrace, in text: String) -> Bool {
        guard hasEnoughDigits(text) else { return false }
        return runs(signs(Array(text.unicodeScalars))).contains { !$0.stretches(of: trace).isEmpty }
    }

    /// Whether a text has enough digits to hold a code; most have none to speak of.
    private static func hasEnoughDigits(_ text: String) -> Bool {
        var count = 0
        for byte in text.utf8 {
            // Of other scripts' digits every one has such a byte.
            if (0x30...0x39).contains(byte) || byte >= 0xC0 { count += 1 }
            if count >= lengths.lowerBound { return true }
        }
        return false
    }
}

// MARK: - Reading

extension CodeSearch {
    private enum Kind: Equatable {
        case digit(UInt8)
        case letter
        case separator
        case other
    }

    private struct Sign {
        var kind: Kind
        let place: Int
        let scalar: Unicode.Scalar
    }

    /// Returns the signs of a text without what a reader does not see.
    private static func signs(_ scalars: [Unicode.Scalar]) -> [Sign] {
        var signs: [Sign] = []
        signs.reserveCapacity(scalars.count)
        for (place, scalar) in scalars.enumerated() {
            guard let kind = kind(scalar) else { continue }
            signs.append(Sign(kind: kind, place: place, scalar: scalar))
        }
        return signs
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind? {
        switch scalar.value {
        case 0x30...0x39: return .digit(UInt8(scalar.value - 0x30))
        case 0x41...0x5A, 0x61...0x7A: return .letter
        // Blanks, hyphen, point; the ideographic and the full-width point.
        case 0x09...0x0D, 0x20, 0x2D, 0x2E, 0x3002, 0xFF0E: return .separator
        case 0x21...0x7E: return .other
        default: break
        }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .decimalNumber: return properties.numericValue.flatMap { UInt8(exactly: $0) }.map { .digit($0) } ?? .other
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation: return .separator
        case .nonspacingMark, .enclosingMark, .spacingMark, .format, .control, .unassigned, .privateUse: return nil
        default: return properties.isDefaultIgnorableCodePoint ? nil : .other
        }
    }

    private static func isWord(_ sign: Sign) -> Bool {
        switch sign.kind {
        case .digit, .letter: true
        case .separator, .other: false
        }
    }

    /// Returns the signs without what makes up an order's number, which counts for nothing.
    private static func withoutOrderNumbers(_ signs: [Sign]) -> [Sign] {
        var signs = signs
        var words: [Range<Int>] = []
        var index = 0
        while index < signs.count {
            let start = index
            while index < signs.count, isWord(signs[index]) { index += 1 }
            if index > start { words.append(start..<index) } else { index += 1 }
        }
        for (place, word) in words.enumerated() {
            if word.count == OrderNumber.maximumLength {
                forget([word], &signs)
            } else {
                let group = Array(words[place...].prefix(OrderNumber.maximumLength / 4))
                if isGrouped(group, signs) { forget(group, &signs) }
            }
        }
        return signs
    }

    /// Whether it is eight groups of four with a blank between each.
    private static func isGrouped(_ words: [Range<Int>], _ signs: [Sign]) -> Bool {
        guard words.count == OrderNumber.maximumLength / 4, words.allSatisfy({ $0.count == 4 }) else { return false }
        return zip(words, words.dropFirst()).allSatisfy { left, right in
            right.lowerBound == left.upperBound + 1 && signs[left.upperBound].kind == .separator
        }
    }

    private static func forget(_ words: [Range<Int>], _ signs: inout [Sign]) {
        let places = words.flatMap(Array.init)
        let half = places.count / 2
        // The same twice is a code of 16 digits that was scanned twice.
        let isTwice = zip(places.prefix(half), places.suffix(half)).allSatisfy { signs[$0].scalar == signs[$1].scalar }
        guard !isTwice else { return }
        for place in places { signs[place].kind = .other }
    }

    /// Returns the digits that follow one another, with no more than one separator between any two.
    private static func runs(_ signs: [Sign]) -> [Run] {
        var runs: [Run] = []
        var run = Run()
        var isAfterSeparator = false
        for sign in signs {
            switch sign.kind {
            case .digit(let digit):
                run.add(digit, at: sign.place, isNewGroup: isAfterSeparator)
                isAfterSeparator = false
                continue
            case .separator where !run.digits.isEmpty && !isAfterSeparator:
                isAfterSeparator = true
                continue
            case .separator, .letter, .other:
                runs.append(run)
                run = Run()
                isAfterSeparator = false
            }
        }
        runs.append(run)
        return runs.filter { $0.digits.count >= lengths.lowerBound }
    }
}

// MARK: - Runs

extension CodeSearch {
    private struct Run {
        private(set) var digits: [UInt8] = []
        private var places: [Int] = []
        /// Where each group begins.
        private var starts: [Int] = [0]

        mutating func add(_ digit: UInt8, at place: Int, isNewGroup: Bool) {
            if isNewGroup { starts.append(digits.count) }
            digits.append(digit)
            places.append(place)
        }

        private var groups: [Range<Int>] {
            zip(starts, starts.dropFirst() + [digits.count]).map { $0..<$1 }
        }

        func stretches(_ prefixes: CodePrefixes) -> [Stretch] {
            let groups = groups
            if groups.count > 1, groups.allSatisfy(isPhone) { return [] }
            // Known or not, whole groups of such a length are taken for codes.
            var found = groups.filter { lengths.contains($0.count) }
            for start in 0...(digits.count - lengths.lowerBound) {
                let length = length(prefixes, at: start)
                if let length { found.append(start..<(start + length)) }
            }
            return found.map(stretch)
        }

        /// Returns the longest code that can begin there.
        private func length(_ prefixes: CodePrefixes, at start: Int) -> Int? {
            let left = digits.count - start
            let prefix = "\(digits[start])\(digits[start + 1])"
            let isUnionPay = prefix == "62" && left >= 19
            switch prefixes.platform(of: prefix) {
            case .wechat: return left >= 18 ? 18 : nil
            case .alipay: return min(left, lengths.upperBound)
            case nil: return isUnionPay ? 19 : nil
            }
        }

        func stretches(of trace: CodeTrace) -> [Stretch] {
            let count = trace.length
            guard count > 0, digits.count >= count else { return [] }
            return (0...(digits.count - count)).map { $0..<($0 + count) }
                .filter { trace.isLeft(by: digits[$0]) }.map(stretch)
        }

        private func stretch(_ range: Range<Int>) -> Stretch { Stretch(places: Array(places[range])) }

        /// Whether it is a mobile number: 11 digits, 13 to 19 first.
        private func isPhone(_ group: Range<Int>) -> Bool {
            group.count == 11 && digits[group.lowerBound] == 1 && digits[group.lowerBound + 1] >= 3
        }
    }
}
