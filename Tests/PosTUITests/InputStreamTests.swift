import Testing

@testable import PayEngine
@testable import PosTUI

/// Ten thousand random streams of keys, scans, pastes and reports, with random splits and pauses: whatever comes, no
/// amount that was not typed, no code that was not scanned whole, no exit.
struct InputStreamTests {
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (state ^ (state >> 29)) &* 0xBF58_476D_1CE4_E5B9
        }

        mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

        mutating func one<Element>(of elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }
    }

    /// One till, and what a person and a scanner did to it.
    private struct Stream {
        var dice: Dice
        var till: TestTill
        /// What was typed or pasted as an amount, whole.
        var amounts: Set<Fen> = []
        /// What was scanned or pasted as a code, whole.
        var codes: Set<String> = []

        /// Machines send 0 to 6, people type 7 to 9.
        mutating func machine(_ count: Int) -> String {
            (0..<count).map { _ in String(dice.number(0...6)) }.joined()
        }

        mutating func pause(_ milliseconds: ClosedRange<Int>) {
            till.pass(milliseconds: Int64(dice.number(milliseconds)))
        }

        mutating func key(_ key: Key) { till.hear(.key(key)) }

        mutating func typeAmount() {
            key(.function(2))
            let text = (0..<dice.number(1...4)).map { _ in String(dice.number(7...9)) }.joined()
            if let amount = try? Fen(yuan: text) { amounts.insert(amount) }
            for character in text {
                pause(90...400)
                key(.character(character))
            }
            pause(90...2500)
            key(.enter)
        }

        /// A scanner: up to two pauses in it, other bytes round it.
        mutating func scan() {
            var text: String
            switch dice.number(0...5) {
            case 0, 1: text = "13" + machine(16)
            case 2: text = "25" + machine(dice.number(14...22))
            case 3: text = Sample.number.prefix(10) + machine(22)
            case 4: text = machine(13)
            default: text = machine(dice.number(4...7))
            }
            if text.hasPrefix("13") || text.hasPrefix("25") { codes.insert(text) }
            let cuts = text.count < 8 ? [] : (0..<dice.number(0...2)).map { _ in dice.number(1...text.count - 1) }
            let isAlt = dice.number(0...9) == 0
            let gap = Int64(dice.one(of: [0, 1, 5, 20, 30]))
            if dice.number(0...4) == 0 { key(dice.one(of: [.control("b"), .control("s"), .control("q")])) }
            for (index, character) in text.enumerated() {
                till.pass(milliseconds: gap)
                if cuts.contains(index) { pause(30...950) }
                key(isAlt ? .alt(character) : .character(character))
                if dice.number(0...60) == 0 { report() }
            }
            let ends: [[Key]] = [
                [.enter], [.enter], [.tab], [.enter, .lineFeed], [.enter, .enter], [.enter, .tab], [],
                [.control("c"), .enter], [.enter, .control("x")],
            ]
            for end in dice.one(of: ends) {
                till.pass(milliseconds: gap)
                key(end)
            }
        }

        mutating func paste() {
            let code = "13" + machine(16)
            let text = dice.one(of: [code, "88", "Room 1203", "-200", Sample.number, "７８", "1\t2"])
            if text == code { codes.insert(code) }
            if let amount = try? Fen(yuan: text) { amounts.insert(amount) }
            amounts.insert(Fen(7800))
            till.hear(.paste(text))
        }

        mutating func report() {
            let (outcome, reason) = dice.one(of: [(Outcome.frozen, Reason.held), (.refused, .paymentError)])
            let deposit = Sample.deposit(outcome, reason, fee: 1)
            switch dice.number(0...3) {
            case 0: till.tell(.started(deposit))
            case 1: till.tell(.settled(deposit))
            case 2: till.hear(.news(TillOrder(deposit)))
            default: till.hear(.openQuestions([TillOrder(deposit)]))
            }
        }

        mutating func step() {
            switch dice.number(0...9) {
            case 0, 1, 2: typeAmount()
            case 3, 4, 5: scan()
            case 6: paste()
            case 7: report()
            case 8:
                key(
                    dice.one(of: [
                        .enter, .escape, .tab, .backspace, .up, .down, .function(1), .function(3), .function(4),
                        .function(9), .control("c"), .control("q"), .control("z"), .control("l"), .character("?"),
                        .lineFeed, .home,
                    ]))
            default:
                key(.function(10))
                pause(50...900)
                key(.escape)
            }
            pause(0...1800)
        }
    }

    @Test("Ten thousand streams", arguments: 0..<10)
    func streams(part: Int) {
        var faults: [String] = []
        var freezes = 0
        for seed in 0..<1000 {
            let number = part * 1000 + seed
            var stream = Stream(
                dice: Dice(state: UInt64(number) &* 2_654_435_761 &+ 12_345),
                till: TestTill(asksReference: seed % 4 == 0))
            for _ in 0..<5 { stream.step() }
            stream.till.pass(milliseconds: 3000)
            if stream.till.effects.contains(.quit) { faults.append("\(number): left") }
            for (_, request) in stream.till.freezes {
                freezes += 1
                if !stream.amounts.contains(request.amount) { faults.append("\(number): amount \(request.amount)") }
                if !stream.codes.contains(request.code.digits) { faults.append("\(number): a part of a code") }
            }
            if let armed = stream.till.armed, !stream.amounts.contains(armed) {
                faults.append("\(number): armed \(armed)")
            }
        }
        #expect(faults.isEmpty)
        #expect(freezes > 40, "the streams reach what they are about")
    }
}
