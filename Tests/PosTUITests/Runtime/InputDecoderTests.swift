import Testing

@testable import PosTUI

struct InputDecoderTests {
    private static let digits = Array("48".utf8)
    private static let digitKeys: [InputDecoder.Input] = [.key(.character("4")), .key(.character("8"))]

    @Test(arguments: SampleBytes.all)
    func eachWholeAndBetweenDigitsThatItMustNotTouch(sample: SampleBytes) {
        #expect(TypedBytes.all(sample.bytes) == sample.inputs)
        #expect(TypedBytes.all(sample.bytes + Self.digits) == sample.inputs + Self.digitKeys)
        #expect(
            TypedBytes.all(Self.digits + sample.bytes + sample.bytes) == Self.digitKeys + sample.inputs + sample.inputs)
    }

    @Test(arguments: SampleBytes.all)
    func cutAtEveryPlaceAndByteByByteWithPausesThatHoldTogether(sample: SampleBytes) {
        for pause in [0, 1, 24, 40] as [Int64] {
            for place in 0...sample.bytes.count {
                var typed = TypedBytes()
                typed.come(sample.bytes[..<place])
                typed.pass(pause)
                typed.come(sample.bytes[place...])
                typed.pass(pause)
                typed.come(Self.digits)
                typed.pass(5000)
                #expect(typed.inputs == sample.inputs + Self.digitKeys, "cut at \(place), \(pause) ms")
            }
            var typed = TypedBytes()
            for byte in sample.bytes + Self.digits {
                typed.come([byte])
                typed.pass(pause)
            }
            typed.pass(5000)
            #expect(typed.inputs == sample.inputs + Self.digitKeys, "byte by byte, \(pause) ms")
        }
    }

    @Test(arguments: SampleBytes.all)
    func withPausesOfAnyLengthNoPartOfASequenceBecomesAKeyOrText(sample: SampleBytes) throws {
        guard sample.bytes.first == 0x1B, sample.bytes.count > 2 else { return }
        for pause in [101, 180, 290, 450, 900] as [Int64] {
            for place in 1..<sample.bytes.count {
                var typed = TypedBytes()
                typed.come(sample.bytes[..<place])
                typed.pass(pause)
                typed.come(sample.bytes[place...])
                typed.pass(5000)
                let allowed: [InputDecoder.Input] = [.key(.escape)]
                // Behind an escape byte that stood alone for its time only a bracket goes on with a sequence.
                let isEscape = sample.bytes[place - 1] == 0x1B
                guard !isEscape || (sample.bytes[place] == 0x5B && pause <= InputDecoder.noiseSilence) else { continue }
                let others = typed.inputs.filter { !allowed.contains($0) && !sample.inputs.contains($0) }
                #expect(others == [], "cut at \(place), \(pause) ms")
                // And what is typed later is heard.
                let before = typed.inputs.count
                typed.come(Self.digits)
                #expect(typed.inputs.dropFirst(before) == Self.digitKeys[...], "cut at \(place), \(pause) ms")
            }
        }
    }

    @Test func aPointOrADigitInFullWidthIsWholeHoweverLongItsBytesTake() {
        for pause in [0, 30, 2000, 100_000] as [Int64] {
            var typed = TypedBytes()
            typed.come([0x31, 0x32, 0xEF, 0xBC])
            typed.pass(pause)
            typed.come([0x8E, 0x35, 0x30])
            #expect(typed.inputs == "12．50".map { .key(.character($0)) })
            typed = TypedBytes()
            typed.come([0xEF, 0xBC])
            typed.pass(pause)
            typed.come([0x91] + Array("200".utf8))
            #expect(typed.inputs == "１200".map { .key(.character($0)) })
        }
    }

    @Test(
        arguments: [
            [0x80], [0xBF, 0x9B], [0xC0, 0x80], [0xC1, 0xBF], [0xF5], [0xFF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE5], [0xE5, 0xBC], [0xF0, 0x9F, 0x98],
            [0xE5, 0xE5, 0xBC],
        ] as [[UInt8]])
    func bytesThatAreNoCharacterAreDroppedAndWhatFollowsIsNot(bytes: [UInt8]) {
        #expect(TypedBytes.all(bytes + Self.digits) == Self.digitKeys)
        #expect(TypedBytes.all(bytes + Array("张\u{1B}[A".utf8)) == [.key(.character("张")), .key(.up)])
    }

    @Test func escIsHeardWithin60MsAsOftenAsItWasPressed() {
        var typed = TypedBytes()
        typed.come([0x1B])
        #expect(typed.inputs == [])
        typed.pass(40)
        #expect(typed.inputs == [])
        typed.pass(12)
        #expect(typed.inputs == [.key(.escape)])
        typed = TypedBytes()
        for _ in 0..<5 {
            typed.come([0x1B])
            typed.pass(33)
        }
        typed.pass(20)
        #expect(typed.inputs == Array(repeating: .key(.escape), count: 5))
        typed.come([0x1B, 0x1B])
        typed.pass(60)
        #expect(typed.inputs.count == 7)
        typed.come("5")
        #expect(typed.inputs.last == .key(.character("5")))
    }

    @Test func theDigitsOfAScannersAltModeWithItsEnter() {
        let code = "134550264496882449"
        let keys = code.map { InputDecoder.Input.key(.alt($0)) } + [.key(.enter)]
        #expect(TypedBytes.all(Array((code.map { "\u{1B}\($0)" }.joined() + "\r").utf8)) == keys)
    }

    @Test func theTerminalsOwnSpellingsCountButNotAgainstTheNumberPad() {
        let own: [(sequence: [UInt8], key: Key)] = [
            (Array("\u{1B}[M".utf8), .function(1)), (Array("\u{1B}[224z".utf8), .function(1)),
            (Array("\u{1B}Ot".utf8), .function(5)),
            (Array("\u{1B}A".utf8), .up), ([0x08], .backspace), ([], .end),
        ]
        #expect(TypedBytes.all("\u{1B}[M4".utf8, own: own) == [.key(.function(1)), .key(.character("4"))])
        #expect(TypedBytes.all("\u{1B}[224z\u{1B}A".utf8, own: own) == [.key(.function(1)), .key(.up)])
        #expect(TypedBytes.all("\u{1B}Ot".utf8, own: own) == [.key(.character("4"))])
    }
}
