import Testing

@testable import PosTUI

struct JSONOutputTests {
    @Test("What a terminal would obey is written as its number")
    func escapes() {
        #expect(
            JSONOutput.encode(["a": "张\u{9B}31m\u{202E}\u{7F}\u{E0001}é"])
                == #"{"a":"张\u009b31m\u202e\u007f\udb40\udc01é"}"#)
    }
}
