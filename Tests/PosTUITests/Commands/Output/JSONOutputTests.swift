import Testing

@testable import PosTUI

struct JSONOutputTests {
    @Test func whatATerminalWouldObeyIsWrittenAsItsNumber() {
        #expect(
            JSONOutput.encode(["a": "张\u{9B}31m\u{202E}\u{7F}\u{E0001}é"])
                == #"{"a":"张\u009b31m\u202e\u007f\udb40\udc01é"}"#)
    }
}
