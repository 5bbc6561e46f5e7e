import PayEngine
import Testing

@testable import PosTUI

struct LocalTimeTests {
    @Test func aFixedZoneTellsItsTime() {
        #expect(PosTUI.LocalTime.fixed(seconds: 8 * 3600).dayAndTime(Sample.wall) == "2026-11-21 14:03:22")
        #expect(PosTUI.LocalTime.fixed(seconds: 0).time(Timestamp(seconds: -1)) == "23:59:59")
    }
}
