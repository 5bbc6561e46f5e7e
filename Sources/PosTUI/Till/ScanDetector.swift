import PayEngine

/// Tells what a scanner typed from what a person typed, by shape, end and pace together.
///
/// It remembers the last characters, and for each what was on the screen before it, so that a scan can be taken back
/// whole.
struct ScanDetector: Sendable {
    /// The longest pause within something of a payment code's or an order number's shape, in milliseconds.
    static let gap: Int64 = 300
    /// Nobody types digits this close to each other.
    static let burstGap: Int64 = 30
    /// Wireless scanners need this long for a character.
    static let wirelessGap: Int64 = 80
    /// The milliseconds without a character after which a run is over.
    static let silence: Int64 = gap + 1
    /// The milliseconds after which a payment code without an end is sent at the earliest.
    static let codeSilence: Int64 = 1000
    /// What came so long before a scan that broke off, or comes after it, may be a part of it.
    static let breakTime: Int64 = 1000
    /// The number of digits from which on a burst is no amount.
    static let burstLength = 4
    /// A badge's or a parcel's text at a wireless scanner's pace.
    static let wirelessLength = 8
    /// So long after a scan without an end a few digits with an Enter at once are still taken for the rest of it.
    static let restTime: Int64 = 10_000
    private static let maximumLength = 256

    /// How a run ended.
    enum End: Sendable {
        /// Enter or Tab.
        case key
        case pause
        /// Another key came in the middle.
        case interruption
    }

    /// What a run was.
    enum Verdict: Equatable, Sendable {
        case typing
        /// Of a payment code's or an order number's shape, or something else that ended as a scan ends.
        case scan(SecretBytes, from: Int)
        /// Neither an amount nor anything else that is known.
        case burst(from: Int)
        /// It has no end: a part is missing, and may still come.
        case broken(from: Int)
    }

    /// What was on the screen.
    struct Place: Equatable, Sendable {
        var screen: Screen
        var trail: [Screen]
        var isQuitting: Bool
    }

    private struct Stroke: Sendable {
        /// Where its bytes begin among all that were typed.
        var start: Int
        var isDigit: Bool
        var time: Int64
        /// It came with an escape byte, as a scanner in its Alt mode sends it.
        var isAlt: Bool
        /// A frame's byte came between it and the one before: two scans, or one that is not whole.
        var isBehindMark: Bool
        var before: Place
    }

    private var strokes: [Stroke] = []
    /// The characters of all strokes, in UTF-8.
    private var characters = SecretBytes()
    /// What the last character left on the screen; anything else there did not come from typing.
    private var after: Place?
    private var controlKey: (time: Int64, before: Place)?
    private var isMarked = false
    private var endTime: Int64?
    private var deafTime: Int64?
    private var breakTime: Int64?

    // MARK: - Typing

    /// Takes in a character that was typed; `before` is what was on the screen before it.
    mutating func typed(_ character: Character, isAlt: Bool = false, at time: Int64, before: Place) {
        if let last = strokes.last?.time, !(0...Self.gap).contains(time - last) { forgetOld(before: time) }
        var before = before
        if strokes.isEmpty, let controlKey, time - controlKey.time <= Self.gap { before = controlKey.before }
        controlKey = nil
        endTime = nil
        guard strokes.count < Self.maximumLength else { return }
        strokes.append(
            Stroke(
                start: characters.count, isDigit: character.isDigit, time: time, isAlt: isAlt, isBehindMark: isMarked,
                before: before))
        characters.append(contentsOf: character.utf8)
        isMarked = false
    }

    /// Notes what the last character left on the screen.
    mutating func left(_ place: Place) {
        after = place
    }

    /// Notes a control byte: the scan that follows at once has it as its frame.
    mutating func framed(at time: Int64, before: Place) {
        controlKey = (time, before)
    }

    /// Notes a frame's byte in the middle of a run: what follows at once is no part of the same scan.
    mutating func marked() {
        isMarked = !strokes.isEmpty
    }

    /// Notes a key that no scanner sends: what follows is a person's.
    mutating func touched() {
        reset()
        endTime = nil
    }

    /// Forgets the run: what was typed was used, or another key came.
    mutating func reset() {
        strokes = []
        characters.removeAll()
        isMarked = false
        after = nil
        controlKey = nil
    }

    /// Notes that a scan was used or refused: what follows at once belongs to its end.
    mutating func ended(at time: Int64) {
        reset()
        endTime = time
    }

    /// Notes that a scan broke off: what follows may be the rest of it.
    mutating func brokeOff(at time: Int64) {
        let last = strokes.last?.time ?? time
        ended(at: time)
        deafTime = last + Self.breakTime
        breakTime = time
    }

    /// Whether a character may be the rest of a scan that broke off.
    ///
    /// Each that is begins the time anew, so that no part of what somebody types meanwhile is left over.
    mutating func swallows(at time: Int64) -> Bool {
        guard isDeaf(at: time) else { return false }
        deafTime = time + Self.breakTime
        return true
    }

    func isDeaf(at time: Int64) -> Bool {
        deafTime.map { time <= $0 } ?? false
    }

    /// Whether an end key or a control byte belongs to a scan that is over.
    func isFrame(at time: Int64) -> Bool {
        guard !isDeaf(at: time) else { return true }
        return endTime.map { (0...Self.gap).contains(time - $0) } ?? false
    }

    /// Whether the run is over, even if its end may still come.
    func isPaused(at time: Int64) -> Bool {
        strokes.last.map { time - $0.time > Self.gap } ?? false
    }

    /// The last character came as quickly behind another as nobody types.
    var isFast: Bool {
        guard strokes.count > 1 else { return false }
        return isNear(strokes.count - 1, Self.burstGap)
    }

    /// Whether a run that looks like a scan is coming in.
    func isBusy(at time: Int64) -> Bool {
        guard let last = strokes.last, (0...Self.gap).contains(time - last.time) else { return false }
        return strokes.count - start(within: Self.wirelessGap) >= Self.burstLength
    }

    /// Returns when this detector will have something new to say although no key comes; nil: never.
    func wakeTime(after time: Int64) -> Int64? {
        guard let last = strokes.last?.time else { return nil }
        return [last + Self.silence, last + Self.codeSilence].first { $0 > time }
    }

    // MARK: - Verdict

    /// Returns what the characters before this moment were.
    func verdict(_ end: End, at time: Int64, in field: TypedField) -> Verdict {
        guard let last = strokes.last, time >= last.time else { return .typing }
        let pause = time - last.time
        switch end {
        case .key: if pause > (field == .code ? Self.codeSilence : Self.gap) { return .typing }
        case .pause: if pause < Self.silence { return .typing }
        case .interruption: if pause > (field == .code ? Self.codeSilence : Self.gap) { return .typing }
        }
        if field == .pin { return pinVerdict(end, pause: pause) }
        if let whole = wholeScan(end, pause: pause, in: field) { return whole }
        return burstVerdict(end, at: time, in: field)
    }

    /// Returns a whole scan, of the form that payment codes and order numbers have.
    private func wholeScan(_ end: End, pause: Int64, in field: TypedField) -> Verdict? {
        let first = start(within: Self.gap)
        let quick = start(within: Self.wirelessGap)
        for begin in first == quick ? [first] : [first, quick] {
            let text = text(from: begin)
            let kind = ScannedText(text)
            guard kind != .other, text.count <= OrderNumber.maximumLength else { continue }
            if strokes.dropFirst(begin + 1).contains(where: \.isBehindMark) {
                return .broken(from: neighbour(before: begin))
            }
            let isCode = kind == .paymentCode
            // What a person types slowly is not taken from them before they press Enter.
            if end != .key, begin != quick, !(isCode && field == .money) { continue }
            switch field {
            case .words where !isCode: return .typing
            case .code:
                if hasNeighbour(before: begin) { return .broken(from: neighbour(before: begin)) }
                if end == .interruption { return .broken(from: begin) }
                if end == .pause, isCode, pause < Self.codeSilence { return .typing }
            case .money, .number, .words, .pin, .none:
                if end == .interruption { return .broken(from: begin) }
            }
            return .scan(text, from: field == .money ? neighbour(before: begin) : begin)
        }
        return nil
    }

    private func burstVerdict(_ end: End, at time: Int64, in field: TypedField) -> Verdict {
        let first = start(within: Self.gap)
        let run = strokes[first...]
        let text = text(from: first)
        switch field {
        case .words: return .typing
        case .number:
            let quick = start(within: Self.wirelessGap)
            let isLong = strokes.count - quick >= Self.wirelessLength
            if end == .key, isLong || strokes.count - start(within: Self.burstGap) >= Self.burstLength {
                // Words keep their blanks: it becomes what is searched for.
                return .scan(SecretBytes(characters[strokes[quick].start...]), from: quick)
            }
            // A part of a payment code must not stay on the screen.
            let digits = strokes[quick...].allSatisfy(\.isDigit) ? strokes.count - quick : 0
            return end == .key || digits < Self.secretLength ? .typing : .broken(from: neighbour(before: quick))
        case .money, .code, .pin, .none: break
        }
        if let begin = run.firstIndex(where: \.isAlt) {
            return end == .key ? .burst(from: begin) : .broken(from: begin)
        }
        let point = UInt8(ascii: ".")
        if text.contains(point), text.allSatisfy({ $0 == point || (0x30...0x39).contains($0) }) { return .typing }
        guard let begin = burstStart(from: first) ?? restStart(end, at: time) ?? partStart(end, at: time, in: field)
        else { return .typing }
        if end != .key { return .broken(from: neighbour(before: begin)) }
        if field == .code { return .scan(text, from: first) }
        return .burst(from: field == .money ? neighbour(before: begin) : begin)
    }

    private func pinVerdict(_ end: End, pause: Int64) -> Verdict {
        let first = start(within: Self.gap)
        var fast = 1
        var longest = 1
        for index in strokes.indices.dropFirst(first + 1) {
            fast = strokes[index].time - strokes[index - 1].time < Self.burstGap ? fast + 1 : 1
            longest = max(longest, fast)
        }
        let isMachine = longest >= 3 || strokes[first...].contains(where: \.isAlt)
        switch end {
        case .key: return isMachine || pause < Self.burstGap ? .burst(from: first) : .typing
        case .pause, .interruption: return isMachine ? .broken(from: neighbour(before: first)) : .typing
        }
    }

    /// The number of digits in one go that may be a part of a payment code.
    private static let secretLength = 10

    /// Returns the first character of the first burst at or behind an index, if there is one.
    private func burstStart(from first: Int) -> Int? {
        var begin = first
        for index in first..<strokes.count {
            if index > first, !isNear(index, Self.burstGap) { begin = index }
            let digits = strokes[begin...index].count { $0.isDigit }
            if digits >= Self.burstLength { return begin }
        }
        let quick = start(within: Self.wirelessGap)
        return strokes.count - quick >= Self.wirelessLength ? quick : nil
    }

    /// Finds a few digits with an Enter as quick as they, not long after a scan that had no end.
    private func restStart(_ end: End, at time: Int64) -> Int? {
        guard end == .key, let breakTime, time - breakTime <= Self.restTime, let last = strokes.last?.time,
            time - last <= Self.burstGap
        else { return nil }
        return start(within: Self.burstGap)
    }

    /// Finds a few digits with an Enter as quick as they, where other digits stand before them: up to three count only
    /// alone.
    private func partStart(_ end: End, at time: Int64, in field: TypedField) -> Int? {
        guard end == .key, field == .money, let last = strokes.last?.time, time - last <= Self.burstGap else {
            return nil
        }
        let begin = start(within: Self.burstGap)
        guard strokes.count - begin > 1, let typed = after?.screen.typedAmount, typed != text(from: begin) else {
            return nil
        }
        return begin
    }

    /// Returns the first of the characters that came within a second before this one: they may be the beginning of a
    /// scan whose rest came late.
    private func neighbour(before begin: Int) -> Int {
        strokes.indices.first { strokes[begin].time - strokes[$0].time <= Self.breakTime } ?? begin
    }

    private func hasNeighbour(before begin: Int) -> Bool { neighbour(before: begin) < begin }

    /// Returns the first character of the last ones that came within `gap` milliseconds of each other.
    private func start(within gap: Int64) -> Int {
        var begin = max(0, strokes.count - 1)
        while begin > 0, isNear(begin, gap) { begin -= 1 }
        return begin
    }

    private func isNear(_ index: Int, _ gap: Int64) -> Bool {
        (0...gap).contains(strokes[index].time - strokes[index - 1].time)
    }

    private func text(from begin: Int) -> SecretBytes {
        guard strokes.indices.contains(begin) else { return SecretBytes() }
        return ScannedText.plain(SecretBytes(characters[strokes[begin].start...]))
    }

    private mutating func forgetOld(before time: Int64) {
        var kept = SecretBytes()
        var strokesKept: [Stroke] = []
        for (index, var stroke) in strokes.enumerated() where (0...Self.breakTime).contains(time - stroke.time) {
            let end = index + 1 < strokes.count ? strokes[index + 1].start : characters.count
            let own = characters[stroke.start..<end]
            stroke.start = kept.count
            kept.append(contentsOf: own)
            strokesKept.append(stroke)
        }
        (strokes, characters) = (strokesKept, kept)
    }

    // MARK: - Taking back

    /// Returns what was on the screen before a character; nil where the screen has changed by more than typing since.
    func place(before index: Int, now place: Place) -> Place? {
        guard strokes.indices.contains(index), after == place else { return nil }
        return strokes[index].before
    }

    /// Returns how many characters were typed from this one on.
    func count(from index: Int) -> Int { strokes.count - index }

    /// Whether characters were taken back that came before the run itself: then what stays may be a part of an amount.
    func takesNeighbours(from index: Int) -> Bool {
        index < start(within: Self.gap) || index > 0 && strokes[index].time - strokes[index - 1].time <= Self.gap
    }
}

extension ScanDetector: CustomStringConvertible, CustomReflectable {
    /// The characters may be a payment code.
    var description: String { "ScanDetector(\(strokes.count) characters)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension Screen {
    /// What stands in the field of an amount; nil on screens that have none.
    fileprivate var typedAmount: SecretBytes? {
        switch self {
        case .amount(let screen): screen.field.content
        case .orderForm(let screen): screen.field.content
        case .home, .reference, .scan, .progress, .offer, .result, .lookUp, .openQuestions, .held, .find,
            .orderProgress, .orderResult, .signIn, .help:
            nil
        }
    }
}
