import PayEngine
import TestSupport
import Testing

@testable import PosTUI

/// Ten thousand random streams of bytes through the decoder and the till: keys, scans, pastes and reports, cut
/// anywhere, with pauses anywhere.
///
/// Machines send the digits 0 to 6, people type 7 to 9.
struct ByteStreamTests {
    private static func types(_ input: InputDecoder.Input) -> Bool {
        switch input {
        // Quick amounts, and what leaves.
        case .key(.function(5...7)), .key(.function(10)), .key(.control("x")): true
        case .key(.character(let character)): character.isNumber
        case .key(.alt): true
        case .paste(let text): text.contains(where: \.isNumber)
        case .key: false
        }
    }

    /// All that types no digit, so that each amount is a person's.
    private static let strangers = SampleBytes.all.filter { !$0.inputs.contains(where: types) }.map(\.bytes)

    /// A till behind the decoder, and what was scanned.
    private struct Stream {
        var dice: SplitMix
        var till: TestTill
        var decoder: InputDecoder
        var codes: Set<String> = []

        init(seed: Int) {
            dice = SplitMix(seed: UInt64(seed) &* 2_654_435_761 &+ 77)
            till = TestTill(asksReference: seed % 4 == 0)
            decoder = InputDecoder(at: till.state.now.uptime)
        }

        mutating func hear(_ inputs: [InputDecoder.Input]) {
            for input in inputs {
                switch input {
                case .key(let key): till.hear(.key(key))
                case .paste(let text): till.hear(.paste(text))
                }
            }
            if decoder.takeLoss() { till.hear(.inputLost) }
        }

        mutating func pass(_ milliseconds: Int) {
            let end = till.state.now.uptime + Int64(milliseconds)
            while let deadline = decoder.deadline, deadline <= end {
                till.pass(milliseconds: max(0, deadline - till.state.now.uptime))
                hear(decoder.pass(to: till.state.now.uptime))
            }
            till.pass(milliseconds: end - till.state.now.uptime)
        }

        mutating func pause(_ range: ClosedRange<Int>) { pass(dice.number(range)) }

        mutating func come(_ bytes: some Sequence<UInt8>) {
            hear(decoder.decode(bytes, at: till.state.now.uptime))
        }

        mutating func machine(_ count: Int) -> String {
            (0..<count).map { _ in String(dice.number(0...6)) }.joined()
        }

        mutating func typeAmount() {
            come(dice.one(of: ["\u{1B}OQ", "\u{1B}[12~", "\u{1B}[[B"]).utf8)
            for _ in 0..<dice.number(1...3) {
                pause(90...400)
                let digit = dice.number(7...9)
                let pad = UInt8(ascii: "p") + UInt8(digit)
                come(dice.one(of: [Array(String(digit).utf8), [0x1B, 0x4F, pad], [0xEF, 0xBC, 0x90 + UInt8(digit)]]))
            }
            pause(90...900)
            come([0x0D])
        }

        /// In frames and with ends of every kind, with up to two pauses in it.
        mutating func scan() {
            let text =
                switch dice.number(0...5) {
                case 0, 1: "13" + machine(16)
                case 2: "25" + machine(dice.number(14...22))
                case 3: String(Sample.number.prefix(10)) + machine(22)
                case 4: machine(13)
                default: machine(dice.number(4...7))
                }
            if text.hasPrefix("13") || text.hasPrefix("25") { codes.insert(text) }
            let cuts = text.count < 8 ? [] : (0..<dice.number(0...2)).map { _ in dice.number(1...text.count - 1) }
            let isAlt = dice.number(0...9) == 0
            let gap = dice.one(of: [0, 1, 5, 20])
            come(dice.one(of: ["", "", "", "\u{02}", "\u{13}", "\u{1B}[I", "\u{1D}"]).utf8)
            for (index, byte) in text.utf8.enumerated() {
                pass(gap)
                if cuts.contains(index) { pause(30...950) }
                come(isAlt ? [0x1B, byte] : [byte])
            }
            come(dice.one(of: ["\r", "\r", "\r\n", "\t", "\r\r", "\r\t", "", "\u{03}\r", "\u{03}", "\n"]).utf8)
        }

        mutating func paste() {
            let code = "13" + machine(16)
            let text = dice.one(of: [code, "88", "Room 1203", "-200", "７８", "1\t2", "\u{1B}[20~", "\u{1B}[15~9\r"])
            codes.insert(code)
            cut("\u{1B}[200~" + text + dice.one(of: ["\u{1B}[201~", "\u{1B}[201~", ""]))
        }

        /// With a pause at any place.
        mutating func cut(_ text: String) { cut(Array(text.utf8)) }

        mutating func cut(_ bytes: [UInt8]) {
            let place = dice.number(0...bytes.count)
            come(bytes[..<place])
            // What hangs for longer than a second is finished by then.
            if dice.number(0...1) == 0 { pause(1...950) }
            come(bytes[place...])
        }

        mutating func stranger() {
            let bytes = dice.one(of: ByteStreamTests.strangers)
            switch dice.number(0...3) {
            case 0: come(bytes)
            case 1: cut(bytes)
            case 2:
                for _ in 0..<dice.number(5...30) {
                    come(bytes)
                    pass(30)
                }
            // Never ends.
            default: come(bytes.prefix(dice.number(1...bytes.count)))
            }
        }

        mutating func step() {
            switch dice.number(0...9) {
            case 0, 1, 2: typeAmount()
            case 3, 4, 5: scan()
            case 6: paste()
            case 7, 8: stranger()
            default:
                cut("\u{1B}[21~")
                pause(400...900)
                come([0x1B])
                pause(60...400)
            }
            pause(0...1800)
        }
    }

    /// Whether a person's digits make it.
    private static func isTyped(_ amount: Fen) -> Bool {
        amount.value % 100 == 0 && String(amount.value / 100).allSatisfy { "789".contains($0) }
    }

    @Test(arguments: 0..<10)
    func tenThousandStreamsOfBytes(part: Int) {
        var faults: [String] = []
        var freezes = 0
        for seed in part * 1000..<part * 1000 + 1000 {
            var stream = Stream(seed: seed)
            for _ in 0..<6 { stream.step() }
            stream.pass(3000)
            if stream.till.effects.contains(.quit) { faults.append("\(seed): left") }
            if stream.decoder.deadline != nil { faults.append("\(seed): waits for ever") }
            for (_, request) in stream.till.freezes {
                freezes += 1
                if !Self.isTyped(request.amount) { faults.append("\(seed): amount \(request.amount)") }
                let code = String(decoding: request.code.digits, as: UTF8.self)
                if !stream.codes.contains(code) { faults.append("\(seed): a part of a code") }
            }
            if let armed = stream.till.armed, !Self.isTyped(armed) { faults.append("\(seed): armed \(armed)") }
        }
        #expect(faults.isEmpty)
        #expect(freezes > 40, "the streams reach what they are about")
    }
}
