import Testing

@testable import PayEngine
@testable import PosTUI

/// Codes to scan, what is held, the search, signing in.
extension GoldenTests {
    @Test(arguments: Language.allCases)
    func theShownCodeIsAsKept(language: Language) throws {
        var till = TestTill(language)
        till.offer()
        till.tellOffer(.started(Sample.offered().with(.unknown, .inProgress)))
        try Golden.check(till.frame, "offer/sending", language)
        till.tellOffer(.offered(Sample.offered(reference: "302 张先生"), url: Sample.codeURL))
        till.pass(milliseconds: 3000)
        try Golden.check(till.frame, "offer/waiting", language)
        var state = till.state
        state.settings.qrGlyphs = [.blanks]
        try Golden.check(view(state), "offer/too-small", language)
        till.tellOffer(.changed(Sample.offered().with(.waiting, .customerTyping)))
        try Golden.check(till.frame, "offer/password", language)
        till.press(.escape)
        try Golden.check(till.frame, "offer/given-up", language)
    }

    @Test(arguments: Language.allCases)
    func whatIsHeldIsAsKept(language: Language) throws {
        var till = TestTill(language)
        till.press(.function(6))
        till.hear(.held([]))
        try Golden.check(till.frame, "held/none", language)
        till.hear(.held(HeldScreenTests.deposits([31, 29, 27, 12, 0])))
        try Golden.check(till.frame, "held/over", language)
        till.press(.down)
        till.hear(.held(HeldScreenTests.deposits(Array((0...29).reversed()))))
        try Golden.check(till.frame, "held/list", language)
    }

    @Test(arguments: Language.allCases)
    func theSearchIsAsKept(language: Language) throws {
        var till = TestTill(language)
        till.press(.function(7))
        till.type("302")
        till.press(.tab, .tab, .tab)
        till.type("11-21")
        till.press(.enter)
        try Golden.check(till.frame, "find/form", language)
        till.press(.control("u"), .enter)
        var deposits = HeldScreenTests.deposits([0, 1, 2])
        deposits.insert(Sample.deposit(.unknown, .noAnswer("timeout"), reference: "302", minutesAgo: 4), at: 0)
        deposits.append(Sample.offered())
        till.answer(SearchResults(deposits: deposits, hasMore: true))
        try Golden.check(till.frame, "find/found", language)
        till.press(.escape, .enter)
        till.answer(SearchResults())
        try Golden.check(till.frame, "find/none", language)
    }

    @Test(arguments: Language.allCases)
    func signIn(language: Language) throws {
        var till = TestTill(language, staff: [Sample.clerk, Sample.guarded], signsIn: true)
        till.press(.down)
        try Golden.check(till.frame, "sign-in/list", language)
        till.press(.enter)
        till.type("48392")
        till.press(.enter)
        till.hear(.signedIn(staffID: "0002", .wrong(left: 3)))
        till.type("483")
        try Golden.check(till.frame, "sign-in/pin", language)
        till.press(.enter)
        try Golden.check(till.frame, "sign-in/form", language)
    }
}
