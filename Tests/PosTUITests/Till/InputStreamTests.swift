import TestSupport
import Testing

@testable import PayEngine
@testable import PosTUI

/// Ten thousand random streams of keys, scans, pastes and reports, as bytes with random splits and pauses: whatever
/// comes, no amount that was not typed, no code that was not scanned whole, no exit.
struct InputStreamTests {
    /// One till, and what a person and a scanner did to it.
    private struct Stream {
        var dice: SplitMix
        var till: TestTill
        var decoder: InputDecoder
        /// What was typed or pasted as an amount, whole.
        var amounts: Set<Fen> = []
        /// What was scanned or pasted as a code, whole.
        var codes: Set<String> = []
        /// What a scanner sent without an end: with what comes next it is one text to whoever has only the bytes.
        var endless = ""

        /// Machines send 0 to 6, people type 7 to 9.
        mutating func machine(_ count: Int) -> String {
            (0..<count).map { _ in String(dice.number(0...6)) }.joined()
        }

        init(seed: Int) {
            dice = SplitMix(seed: UInt64(seed) &* 2_654_435_761 &+ 12_345)
            till = TestTill(asksReference: seed % 4 == 0)
            decoder = InputDecoder(at: till.state.now.uptime)
        }

        mutating func pass(_ milliseconds: Int64) {
            // The loop wakes when the decoder has waited long enough.
            var left = milliseconds
            while let deadline = decoder.deadline, deadline <= till.state.now.uptime + left {
                let step = max(0, deadline - till.state.now.uptime)
                till.pass(milliseconds: step)
                left -= step
                hear(decoder.pass(to: till.state.now.uptime))
            }
            // Between seconds it ticks only when the state asked to be woken.
            let end = till.state.now.uptime + left
            if left < 30, till.state.wakeTime.map({ $0 > end }) ?? true {
                till.advance(milliseconds: left)
            } else {
                till.pass(milliseconds: left)
            }
        }

        mutating func pause(_ milliseconds: ClosedRange<Int>) {
            pass(Int64(dice.number(milliseconds)))
        }

        private mutating func hear(_ inputs: [InputDecoder.Input]) {
            for input in inputs {
                switch input {
                case .key(let key): till.hear(.key(key))
                case .paste(let text): till.hear(.paste(text))
                }
            }
            if decoder.takeLoss() { till.hear(.inputLost) }
        }

        /// The bytes in one read, or in two of them.
        mutating func send(_ bytes: [UInt8]) {
            let cut = dice.number(0...9) == 0 ? dice.number(0...bytes.count) : 0
            hear(decoder.decode(bytes.prefix(cut), at: till.state.now.uptime))
            if cut > 0 { pass(Int64(dice.number(0...2))) }
            hear(decoder.decode(bytes.dropFirst(cut), at: till.state.now.uptime))
        }

        mutating func key(_ key: Key) { send(Self.bytes(key)) }

        private static func bytes(_ key: Key) -> [UInt8] {
            switch key {
            case .character(let character): Array(String(character).utf8)
            case .control(let letter): [(letter.asciiValue ?? 0) & 0x1F]
            case .alt(let character): [0x1B] + Array(String(character).utf8)
            case .function(let number):
                [0x1B, 0x5B] + Array("\([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24][number - 1])~".utf8)
            case .enter: [0x0D]
            case .lineFeed: [0x0A]
            case .tab: [0x09]
            case .escape: [0x1B]
            case .backspace: [0x7F]
            case .up: Array("\u{1B}[A".utf8)
            case .down: Array("\u{1B}[B".utf8)
            case .right: Array("\u{1B}[C".utf8)
            case .left: Array("\u{1B}[D".utf8)
            case .home: Array("\u{1B}[H".utf8)
            case .end: Array("\u{1B}[F".utf8)
            case .pageUp: Array("\u{1B}[5~".utf8)
            case .pageDown: Array("\u{1B}[6~".utf8)
            }
        }

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
            let gap = Int64(dice.one(of: [0, 1, 5, 20, 25]))
            if dice.number(0...4) == 0 { key(dice.one(of: [.control("b"), .control("s"), .control("q")])) }
            for (index, character) in text.enumerated() {
                pass(gap)
                if cuts.contains(index) { pause(30...950) }
                key(isAlt ? .alt(character) : .character(character))
                if dice.number(0...60) == 0 { report() }
            }
            let ends: [[Key]] = [
                [.enter], [.enter], [.tab], [.enter, .lineFeed], [.enter, .enter], [.enter, .tab], [],
                [.control("c"), .enter], [.enter, .control("x")],
            ]
            let end = dice.one(of: ends)
            if !endless.isEmpty { codes.insert(endless + text) }
            endless = end.isEmpty ? endless + text : ""
            for key in end {
                pass(gap)
                self.key(key)
            }
        }

        mutating func paste() {
            let code = "13" + machine(16)
            let text = dice.one(of: [code, "88", "Room 1203", "-200", Sample.number, "７８", "1\t2"])
            if text == code { codes.insert(code) }
            if let amount = try? Fen(yuan: text) { amounts.insert(amount) }
            amounts.insert(Fen(7800))
            send(Array("\u{1B}[200~\(text)\u{1B}[201~".utf8))
        }

        mutating func report() {
            let (outcome, reason) = dice.one(of: [(Outcome.done, Reason.held), (.refused, .paymentError)])
            let deposit = Sample.deposit(outcome, reason, fee: 1)
            switch dice.number(0...3) {
            case 0: till.tell(.started(deposit))
            case 1: till.tell(.settled(deposit))
            case 2: till.hear(.news(DepositOrder(deposit)))
            default: till.hear(.openQuestions([DepositOrder(deposit)]))
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
            // Less than a person needs from one thing to the next, and more than a lone escape byte waits.
            pause(120...1800)
        }
    }

    @Test(arguments: 0..<10)
    func tenThousandStreams(part: Int) {
        var faults: [String] = []
        var freezes = 0
        for seed in 0..<1000 {
            let number = part * 1000 + seed
            var stream = Stream(seed: number)
            for _ in 0..<5 { stream.step() }
            stream.pass(3000)
            if stream.till.effects.contains(.quit) { faults.append("\(number): left") }
            for (_, request) in stream.till.freezes {
                freezes += 1
                if !stream.amounts.contains(request.amount) { faults.append("\(number): amount \(request.amount)") }
                let code = String(decoding: request.code.digits, as: UTF8.self)
                if !stream.codes.contains(code) { faults.append("\(number): a part of a code") }
            }
            if let armed = stream.till.armed, !stream.amounts.contains(armed) {
                faults.append("\(number): armed \(armed)")
            }
        }
        #expect(faults.isEmpty)
        #expect(freezes > 40, "the streams reach what they are about")
    }
}
