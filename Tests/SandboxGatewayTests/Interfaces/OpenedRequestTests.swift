import PayEngine
import Testing

@testable import SandboxGateway

struct OpenedRequestTests {
    @Test func aWrongSignatureIs101With7Unsigned() throws {
        var bank = try TestBank()
        let other = try #require(AuthenKey("654502bb0f57ec8737b4cf12117575b8"))
        let answer = bank.ask(.microFreeze, body: Sample.body(Sample.freeze().written, key: other))
        #expect(answer.status == 101)
        #expect(answer.internalStatus == 7)
        #expect(!answer.isSigned)
        #expect(answer.object == nil)
    }

    @Test func theSignatureIsOverTheExactBytes() throws {
        var bank = try TestBank()
        let spaced = "  " + Sample.freeze().written + "\n"
        #expect(bank.ask(.microFreeze, text: spaced).status == 0)
    }

    @Test(arguments: [nil, "text/plain", "application/x-www-form-urlencoded"])
    func anotherContentTypeIsRefused(_ contentType: String?) throws {
        var bank = try TestBank()
        let body = Sample.body(Sample.freeze().written, key: bank.bank.rules.key)
        #expect(bank.ask(.microFreeze, body: body, contentType: contentType).status == 101)
        let good = bank.ask(.microFreeze, body: body, contentType: "Application/JSON; charset=utf-8")
        #expect(good.status == 0)
    }

    @Test(arguments: [
        "", "[]", "{}", "{\"request_content\":\"{}\"}", "{\"authen_info\":{\"a\":{\"authen_type\":1}}}",
        #"{"authen_info":{"a":{"authen_type":2,"authen_code":"A"}},"request_content":"{}"}"#,
        #"{"authen_info":{"a":{"authen_type":1,"authen_code":"A"}},"request_content":{}}"#,
        #"{"authen_info":{"a":{"authen_type":1,"authen_code":"A"}},"request_content":"{}","more":1}"#,
    ])
    func anotherShapeIsRefused(_ body: String) throws {
        var bank = try TestBank()
        let answer = bank.ask(.microFreeze, body: Array(body.utf8))
        #expect(answer.status == 101)
        #expect(answer.internalStatus == 2)
    }

    @Test func aContentThatIsNoObjectIsRefused() throws {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, text: "[]").status == 101)
        #expect(bank.ask(.microFreeze, text: "{").status == 101)
    }

    @Test func aNonceMayComeAgainOnlyWithTheSameBytes() throws {
        var bank = try TestBank()
        let first = Sample.query()
        #expect(bank.ask(.queryFreezeOrder, first).status == 104)
        #expect(bank.ask(.queryFreezeOrder, first).status == 104)
        let other = first.setting("out_freeze_no", to: .text(Sample.number + "9"))
        let answer = bank.ask(.queryFreezeOrder, other)
        #expect(answer.status == 101)
        #expect(answer.description.contains("nonce_str"))
    }

    @Test func onlyTheLatestNoncesAreRemembered() {
        var ledger = BankLedger()
        for number in 0...BankLedger.mostNonces {
            _ = ledger.remember(nonce: "n\(number)", contentCode: "A")
        }
        let isKept = !ledger.remember(nonce: "n1", contentCode: "B")
        let isForgotten = ledger.remember(nonce: "n0", contentCode: "B")
        #expect(isKept)
        #expect(isForgotten)
    }

    @Test func aDescriptionIsNeverLongerThanPublished() throws {
        var bank = try TestBank()
        let name = String(repeating: "押", count: 100)
        let answer = bank.ask(.microFreeze, Sample.freeze().setting(name, to: .number(1)))
        #expect(answer.status == 101)
        #expect(answer.description.utf8.count <= 255)
    }
}
