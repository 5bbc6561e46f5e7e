import PayEngine
import Testing

@testable import PosTUI

struct ConnectionWordsTests {
    @Test(
        arguments: ConnectionFault.allCases)
    func eachFaultHasASentenceInBothLanguagesThoseByDateSpeakOfTheClock(fault: ConnectionFault) {
        let phrase = Phrase.connection("pay.example: \(fault.rawValue) [curl 60/10/0]")
        #expect(phrase.english == "pay.example: \(fault.rawValue) [curl 60/10/0]")
        #expect(phrase.chinese.hasPrefix("pay.example: ") && phrase.chinese.hasSuffix(" [curl 60/10/0]"))
        #expect(!phrase.chinese.contains(fault.rawValue))
        let isByDate = fault == .certificateExpired || fault == .certificateNotYetValid
        #expect(phrase.chinese.contains("时钟") == isByDate)
        #expect(phrase.english.contains("clock") == isByDate)
    }

    @Test func aReleaseThatIsHeldBackCountsDownAndSaysThatNothingWasSent() {
        #expect(Phrase.heldBack(seconds: 12).chinese.contains("12"))
        #expect(Phrase.heldBackWhy.chinese.contains("还没有发送"))
    }
}
