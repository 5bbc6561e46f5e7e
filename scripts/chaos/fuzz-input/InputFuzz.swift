/// Takes an input of libFuzzer.
///
/// The input is what a terminal sends: 0xff and another byte are a pause, of eight milliseconds times that byte; no
/// text holds 0xff.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzInput(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    InputCheck.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
}

func trap(_ message: String) {
    print(message)
    // A crash is how a fuzzer is told; the till itself has no such line.
    UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
}

enum InputCheck {
    static func run(_ bytes: [UInt8]) {
        var typed = Typed()
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0xFF {
                let eighths = index + 1 < bytes.count ? bytes[index + 1] : 0
                typed.pass(Int64(eighths) * 8)
                index += 2
            } else {
                typed.come([bytes[index]])
                index += 1
            }
        }
        for input in typed.inputs { check(input) }
        // A digit is typed, not made.
        let typable = bytes.count { (0x30...0x39).contains($0) || (0x70...0x79).contains($0) }
        let digits = typed.inputs.count { if case .key(.character("0"..."9")) = $0 { true } else { false } }
        if digits > typable { trap("\(digits) digits of \(typable) bytes") }
        // Whatever came before: after a while of silence a scan is whole.
        typed.pass(5000)
        if typed.decoder.deadline != nil { trap("something waits for ever") }
        let before = typed.inputs.count
        let code = "134550264496882449"
        typed.come(Array((code + "\r").utf8))
        let wanted = code.map { InputDecoder.Input.key(.character($0)) } + [.key(.enter)]
        if Array(typed.inputs.dropFirst(before)) != wanted { trap("a scan after silence is not whole") }
    }

    private static func check(_ input: InputDecoder.Input) {
        switch input {
        case .paste(let text):
            if text.isEmpty || text.utf8.count > InputDecoder.pasteLimit { trap("a paste of \(text.utf8.count) bytes") }
            if text.unicodeScalars.contains(where: { isControl($0) && ![9, 10, 13].contains($0.value) }) {
                trap("a control character in a paste")
            }
        case .key(.character(let character)):
            if character.unicodeScalars.contains(where: isControl) { trap("a control character as text") }
        case .key(.alt(let character)):
            if !("0"..."9").contains(character) { trap("Alt with no digit") }
        case .key: break
        }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }
}

/// The decoder, and the time that passes as the till's loop lets it pass.
struct Typed {
    private(set) var decoder = InputDecoder(at: 1000)
    private(set) var inputs: [InputDecoder.Input] = []
    private var time: Int64 = 1000

    mutating func come(_ bytes: [UInt8]) {
        for byte in bytes { inputs += decoder.decode(byte, at: time) }
    }

    mutating func pass(_ milliseconds: Int64) {
        let end = time + milliseconds
        var wakes = 0
        while let deadline = decoder.deadline, deadline <= end {
            time = max(time, deadline)
            inputs += decoder.pass(to: time)
            wakes += 1
            if wakes > 8 {
                trap("the loop would not sleep")
                break
            }
        }
        time = end
    }
}
