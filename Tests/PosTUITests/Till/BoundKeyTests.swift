import PayEngine
import Testing

@testable import PosTUI

/// Every key of every screen does something, or says why not.
struct BoundKeyTests {
    /// A till in one of the places where keys have a meaning, with something there for each of them.
    struct Place: Sendable, CustomStringConvertible {
        let description: String
        let open: @Sendable () -> TestTill

        init(_ description: String, _ open: @escaping @Sendable () -> TestTill) {
            self.description = description
            self.open = open
        }
    }

    private static let staff = [
        Sample.clerk, Sample.supervisor, Sample.manager, StaffMember(id: "1207", name: "小陈", role: .clerk),
        StaffMember(id: "1208", name: "小周", role: .supervisor),
    ]

    /// With news in the banner.
    private static func makeTill(
        asksReference: Bool = false, clerk: StaffMember? = Sample.clerk, staff: [StaffMember] = staff,
        signsIn: Bool = false
    ) -> TestTill {
        var till = TestTill(.english, asksReference: asksReference, clerk: clerk, staff: staff, signsIn: signsIn)
        till.hear(.news(Sample.order(.done, number: "sz010002cz1795238741004200000099")))
        return till
    }

    private static func atScan() -> TestTill {
        var till = makeTill()
        till.type("12.5")
        till.press(.enter)
        till.type("13")
        return till
    }

    private static func lookUp() -> TestTill {
        var till = makeTill()
        till.find(Sample.held(Sample.deposit(.done, fee: 10000, platform: .alipay)))
        till.press(.down)
        return till
    }

    /// At the amount of a release.
    private static func release() -> TestTill {
        var till = lookUp()
        till.press(.function(8))
        till.type("30")
        return till
    }

    private static func approver() -> TestTill {
        var till = lookUp()
        till.press(.function(7), .enter, .down)
        return till
    }

    private static func confirmation() -> TestTill {
        var till = release()
        till.press(.enter)
        till.pass(milliseconds: 1000)
        return till
    }

    private static func unresolved() -> TestTill {
        var till = makeTill(clerk: nil, staff: [])
        till.press(.function(4))
        till.hear(
            .openQuestions(
                (1...5).map {
                    Sample.order(.unknown, .noAnswer("x"), number: "sz010002cz179523874100420000000\($0)")
                }))
        till.press(.down, .down)
        return till
    }

    private static func closing(_ keys: Key...) -> TestTill {
        var till = unresolved()
        till.press(.function(8))
        till.type("seen")
        for key in keys { till.press(key) }
        return till
    }

    static let places = [
        Place("home") {
            var till = makeTill()
            till.hear(.startNotices([.openQuestions(1)]))
            return till
        },
        Place("amount") {
            var till = makeTill()
            till.type("12")
            return till
        },
        Place("reference") {
            var till = makeTill(asksReference: true)
            till.type("12")
            till.press(.enter)
            till.type("302")
            return till
        },
        Place("scan") { atScan() },
        Place("progress") {
            var till = makeTill()
            till.send()
            return till
        },
        Place("offer") {
            var till = makeTill()
            till.offer()
            till.tellOffer(.offered(Sample.offered(), url: Sample.codeURL))
            return till
        },
        Place("result") {
            var till = makeTill()
            till.send()
            till.tell(.settled(Sample.deposit(.done)))
            till.pass(milliseconds: 1000)
            return till
        },
        Place("number") {
            var till = makeTill()
            till.press(.function(3))
            till.type("12")
            return till
        },
        Place("look-up") { lookUp() },
        Place("platform") {
            var till = makeTill()
            till.press(.function(3))
            till.scan(Sample.number)
            var foreign = LookUp(number: Sample.number, source: .journal)
            foreign.orderProblem = .platformNeeded
            till.answer(foreign)
            return till
        },
        Place("unresolved") { unresolved() },
        Place("reason") { closing() },
        Place("closing confirmed") { closing(.enter) },
        Place("closing") {
            var till = closing(.enter)
            till.pass(milliseconds: 1000)
            till.press(.function(9))
            return till
        },
        Place("held") {
            var till = makeTill()
            till.press(.function(6))
            till.hear(.held(HeldScreenTests.deposits([0, 1, 2, 3, 4])))
            till.press(.down, .down)
            return till
        },
        Place("search") {
            var till = makeTill()
            till.press(.function(7))
            till.type("302")
            return till
        },
        Place("found") {
            var till = makeTill()
            till.press(.function(7))
            till.type("302")
            till.press(.enter)
            till.answer(SearchResults(deposits: HeldScreenTests.deposits([0, 1, 2, 3, 4])))
            till.press(.down, .down)
            return till
        },
        Place("release") { release() },
        Place("remark of a release") {
            var till = release()
            till.press(.down)
            till.type("x")
            return till
        },
        Place("approver") { approver() },
        Place("PIN") {
            var till = approver()
            till.press(.enter)
            till.type("12")
            return till
        },
        Place("PIN being checked") {
            var till = approver()
            till.press(.enter)
            till.type(Sample.pin)
            till.press(.enter)
            return till
        },
        Place("confirmation") { confirmation() },
        Place("release under way") {
            var till = confirmation()
            till.press(.function(9))
            return till
        },
        Place("release done") {
            var till = confirmation()
            till.press(.function(9))
            let deposit = Sample.deposit(.done, fee: 10000, platform: .alipay)
            till.tell(
                .settled(Sample.order(deposit, Sample.laterOrder(.consume(keepsRest: true), fee: 30, of: deposit))))
            till.pass(milliseconds: 1000)
            return till
        },
        Place("sign-in") {
            var till = makeTill(clerk: nil, signsIn: true)
            till.press(.down, .down)
            till.type("9")
            return till
        },
        Place("sign-in, PIN") {
            var till = makeTill(clerk: nil, signsIn: true)
            till.type(Sample.manager.id)
            till.press(.enter)
            till.type("12")
            return till
        },
        Place("help") {
            var till = makeTill()
            till.press(.function(1), .down, .down)
            return till
        },
    ]

    @Test(arguments: places)
    func eachKeyChangesSomethingAsksForSomethingOrSaysWhyNot(place: Place) {
        let before = place.open()
        let face = before.state.screen.face
        #expect(!face.bindings.isEmpty)
        for key in face.bindings.flatMap(\.keys) where !Self.isIdle(key, place) {
            var till = before
            till.clearEffects()
            // So that a note that is said again counts, too.
            let isNoted = till.state.note
            till.press(key)
            let hasChanged =
                till.state.screen != before.state.screen || till.state.trail != before.state.trail
                || till.state.isQuitting || till.state.notices != before.state.notices
            let asks = !till.effects.allSatisfy { $0 == .checkHealth }
            #expect(
                hasChanged || asks || (till.state.note != nil && till.state.note != isNoted),
                "\(key) does nothing at \(place)")
        }
    }

    @Test func thePlacesAreAllThereEveryTableOfKeysIsTried() {
        let names = Set(Self.places.map { $0.open().state.screen.face.page.name.english })
        #expect(names == Set(SampleKeys.all.map(\.name.english)))
    }

    /// What is already so: to the remark from the remark, through a list where none is shown while a PIN is typed.
    private static func isIdle(_ key: Key, _ place: Place) -> Bool {
        switch (place.description, key) {
        case ("release", .up), ("remark of a release", .down): true
        case ("sign-in, PIN", .up), ("sign-in, PIN", .down), ("sign-in, PIN", .pageUp), ("sign-in, PIN", .pageDown),
            ("sign-in, PIN", .home), ("sign-in, PIN", .end):
            true
        default: false
        }
    }
}
