import Testing

@testable import SandboxGateway

/// scancode_freeze: the customer scans the till's code, then pays, or does not.
struct BankScanTests {
    private func state(_ bank: inout TestBank) -> Int? {
        bank.ask(.queryFreezeOrder, Sample.query(platform: .alipay)).state(.alipay)
    }

    @Test func theAnswerIsACode() throws {
        var bank = try TestBank()
        let content = Sample.scancode()
        let answer = bank.ask(.scancodeFreeze, content)
        #expect(answer.status == 0)
        #expect(answer.isSignatureGood)
        #expect(answer.content?["scancode_freeze"] == nil)
        let url = try #require(answer.content?.at("scan_code_freeze.code_url")?.text)
        #expect(url.hasPrefix("https://"))
        #expect(url.utf8.count == BankRules.usualCodeURLBytes)
        #expect(answer.object?["nonce_str"]?.text?.count == 32)
        #expect(bank.ask(.scancodeFreeze, content).object?["code_url"]?.text == url)
        #expect(bank.bank.ledger.orders.count == 1)
        #expect(bank.ask(.scancodeFreeze, Sample.scancode()).internalStatus == 407)
    }

    @Test(arguments: [40, 200])
    func theCodeIsAsLongAsIsWanted(_ bytes: Int) throws {
        var bank = try TestBank { $0.codeURLBytes = bytes }
        #expect(bank.ask(.scancodeFreeze, Sample.scancode()).object?["code_url"]?.text?.utf8.count == bytes)
    }

    @Test func weChatHasNoSuchCodes() throws {
        var bank = try TestBank()
        let answer = bank.ask(.scancodeFreeze, Sample.scancode(platform: .wechat))
        #expect(answer.status == 104)
        #expect(answer.isSignatureGood)
        #expect(bank.bank.ledger.orders.isEmpty)
    }

    @Test func anOrderIsNotThereUntilItIsScanned() throws {
        var bank = try TestBank {
            $0.scanTurn = .seconds(10)
            $0.passwordTurn = .seconds(5)
        }
        #expect(bank.ask(.scancodeFreeze, Sample.scancode()).status == 0)
        var seen: [Int?] = []
        for _ in 0..<4 {
            seen.append(state(&bank))
            bank.now += 5
        }
        #expect(seen == [4, 4, 1, 2])
        let order = bank.ask(.queryFreezeOrder, Sample.query(platform: .alipay)).order
        #expect(order?["trade_type"]?.whole == 2)
        #expect(order?["time_expire"]?.whole == Sample.start + 300)
        #expect(order?["author_code"]?.text == "")
        #expect(bank.ask(.unfreeze, Sample.unfreeze(platform: .alipay)).status == 0)
        #expect(state(&bank) == 3)
    }

    @Test func theCustomersTurnsMayBeCountedInQueries() throws {
        var bank = try TestBank {
            $0.scanTurn = .queries(2)
            $0.passwordTurn = .queries(1)
        }
        #expect(bank.ask(.scancodeFreeze, Sample.scancode()).status == 0)
        let seen = (0..<4).map { _ in state(&bank) }
        #expect(seen == [4, 4, 1, 2])
    }

    @Test func anOrderMayBeThereBeforeTheScan() throws {
        var bank = try TestBank { $0.unscannedIsCreated = true }
        try bank.order("absent@scancode_freeze:1")
        #expect(bank.ask(.scancodeFreeze, Sample.scancode()).status == 0)
        #expect(state(&bank) == 1)
        bank.now += 300
        #expect(state(&bank) == 3)
    }

    /// Fault, the states at once, when the code was scanned, when it could be paid, when it has expired.
    @Test(arguments: [
        ("password-never", [4, 1, 1, 3]), ("absent", [4, 4, 4, 4]), ("customer-stops", [4, 1, 3, 3]),
        ("password=20", [4, 1, 1, 2]), ("payment-error", [3, 3, 3, 3]), ("late-frozen", [3, 3, 3, 2]),
    ])
    func whatTheCustomerDoesIsAFault(_ fault: String, _ states: [Int]) throws {
        var bank = try TestBank()
        try bank.order("\(fault)@scancode_freeze:1")
        #expect(bank.ask(.scancodeFreeze, Sample.scancode()).status == 0)
        var seen: [Int?] = []
        for seconds in [0, 8, 8, 284] {
            bank.now += seconds
            seen.append(state(&bank))
        }
        #expect(seen == states)
    }

    @Test func aCodeThatHasExpiredCanNotBePaid() throws {
        var bank = try TestBank { $0.passwordTurn = .seconds(300) }
        #expect(bank.ask(.scancodeFreeze, Sample.scancode()).status == 0)
        bank.now += 299
        #expect(state(&bank) == 1)
        bank.now += 1000
        #expect(state(&bank) == 3)
        #expect(bank.ask(.unfreeze, Sample.unfreeze(platform: .alipay)).status == 104)
        let old = bank.ask(.scancodeFreeze, Sample.scancode(number: Sample.number + "1", expires: bank.now))
        #expect(old.status == 101)
        #expect(old.description.contains("time_expire"))
    }

    @Test func theAmountsFaultsStrikeCodesToo() throws {
        var bank = try TestBank()
        let content = Sample.scancode(31)
        #expect(bank.ask(.scancodeFreeze, content).reply.fate == .close)
        #expect(bank.ask(.scancodeFreeze, content).object?["code_url"] != nil)
        let named = bank.ask(.scancodeFreeze, Sample.scancode(43, number: Sample.number + "1"))
        #expect(named.reply.note.faults == [])
    }
}
