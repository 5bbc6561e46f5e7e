import Testing

@testable import PosTUI

/// What is unfinished or does not hold together, and what comes behind it.
struct InputDecoderNoiseTests {
    private static let code = "134550264496882449"
    private static let number = "pos26112800010203"

    private static func keys(_ text: String) -> [InputDecoder.Input] {
        text.map { $0 == "\r" ? .key(.enter) : .key(.character($0)) }
    }

    @Test(
        arguments: [
            "[", "[1", "[1;", "[<0;1", "[M", "[M ", "O", "]0;", "P", "[[", "\u{1B}[", "[12$", "[ ", "_", "[200", "[20",
        ])
    func aScanThatRunsIntoSomethingUnfinishedIsWholeOrNotThere(start: String) {
        for text in [Self.code + "\r", Self.number + "\r", Self.code + "\r\n", "\u{02}" + Self.code + "\u{03}"] {
            for pause in [0, 20, 60, 99, 150, 400, 999, 1001, 3000] as [Int64] {
                for pace in [0, 1, 8, 30] as [Int64] {
                    var typed = TypedBytes()
                    typed.come("\u{1B}" + start)
                    typed.pass(pause)
                    for byte in text.utf8 {
                        typed.come([byte])
                        typed.pass(pace)
                    }
                    typed.pass(1200)
                    let digits = typed.inputs.count { if case .key(.character("0"..."9")) = $0 { true } else { false } }
                    // What comes in time and fits is the sequence's own: a letter ends it, or is a mouse's place.
                    let isEnd = pause < 100 && (text.first == "p" || start == "[M ")
                    if !isEnd {
                        let wanted = [0, text.count(where: { ("0"..."9").contains($0) })]
                        #expect(wanted.contains(digits), "\(start) \(pause) \(pace)")
                    }
                    if pause > 1000 { #expect(digits > 0, "\(start) \(pause)") }
                    let before = typed.inputs.count
                    typed.come(Self.code + "\r")
                    #expect(Array(typed.inputs.dropFirst(before)) == Self.keys(Self.code + "\r"), "\(start) \(pause)")
                }
            }
        }
    }

    @Test func aKeyWorksBehindSomethingUnfinished() {
        for start in ["[", "[1;", "O", "[M", "]0;x", "P1"] {
            #expect(
                TypedBytes.all(Array("\u{1B}\(start)\u{1B}OQ\u{1B}[20~".utf8)) == [
                    .key(.function(2)), .key(.function(9)),
                ])
        }
    }

    @Test func theRestOfASequenceThatWasCutForLongIsNoText() {
        var typed = TypedBytes()
        typed.come("\u{1B}[1")
        typed.pass(700)
        typed.come("5~")
        typed.pass(400)
        typed.come("2")
        #expect(typed.inputs == Self.keys("2"))
        typed = TypedBytes()
        typed.come("\u{1B}")
        typed.pass(200)
        typed.come("[15~")
        typed.pass(400)
        typed.come("2")
        #expect(typed.inputs == [.key(.escape)] + Self.keys("2"))
    }

    @Test func anEndlessPasteEndsByItselfAndLetsLaterScansThrough() {
        var typed = TypedBytes()
        typed.come("\u{1B}[200~12")
        typed.pass(900)
        typed.come("34")
        typed.pass(1001)
        typed.come("\u{1B}[20~567")
        typed.pass(500)
        typed.come("89\r")
        #expect(typed.inputs == [])
        typed.pass(1000)
        typed.come(Self.code + "\r")
        #expect(typed.inputs == Self.keys(Self.code + "\r"))
    }

    @Test func aScanThatBeginsAmongWhatIsDroppedBehindAPasteIsNotCut() {
        var typed = TypedBytes()
        typed.come("\u{1B}[200~")
        typed.pass(1900)
        for byte in (Self.code + "\r").utf8 {
            typed.come([byte])
            typed.pass(10)
        }
        #expect(typed.inputs == [])
        typed.pass(300)
        typed.come(Self.code + "\r")
        #expect(typed.inputs == Self.keys(Self.code + "\r"))
    }

    @Test func theEndMarkEndsWhatIsDroppedAndScansDoNotKeepAPasteOpen() {
        var typed = TypedBytes()
        typed.come("\u{1B}[200~12")
        typed.pass(1200)
        typed.come("34\u{1B}[201~")
        typed.pass(60)
        typed.come("5")
        #expect(typed.inputs == Self.keys("5"))
        typed = TypedBytes()
        typed.come("\u{1B}[200~")
        for _ in 0..<80 {
            typed.come(Self.code + "\r")
            typed.pass(800)
        }
        typed.pass(400)
        typed.come("7")
        #expect(typed.inputs.last == .key(.character("7")))
    }

    @Test func whatComesInOneBurstWithAPastesEndMarkDoesNothingButType() {
        let start = "\u{1B}[200~1\u{1B}[201~"
        let rest = "\u{1B}[20~\u{03}\u{1B}5\u{1B}[A2\r\u{1B}[201~\u{1B}"
        #expect(TypedBytes.all((start + rest).utf8) == [.paste("1")] + Self.keys("2\r"))
        var typed = TypedBytes()
        typed.come(start)
        typed.pass(60)
        typed.come("\u{1B}[20~")
        #expect(typed.inputs == [.paste("1"), .key(.function(9))])
    }

    @Test func hugePaste() {
        let inputs = TypedBytes.all(Array("\u{1B}[200~\(String(repeating: "张", count: 50_000))\u{1B}[201~1".utf8))
        #expect(inputs == [.paste(String(repeating: "张", count: InputDecoder.pasteLimit / 3)), .key(.character("1"))])
    }

    @Test func whatBeganBeforeThereWasAScreenIsNotCut() {
        var typed = TypedBytes(isMidway: true)
        typed.come("44968824")
        typed.pass(100)
        typed.come("49\r")
        #expect(typed.inputs == [])
        typed.pass(300)
        typed.come("5")
        #expect(typed.inputs == Self.keys("5"))
    }
}
