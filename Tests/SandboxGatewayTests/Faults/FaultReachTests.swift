import Testing

@testable import SandboxGateway

/// Every fault on every interface that it may strike.
struct FaultReachTests {
    struct Target: CustomTestStringConvertible, Sendable {
        let interface: BankInterface
        let fault: Fault

        var testDescription: String { "\(fault.rawValue)@\(interface.rawValue)" }
    }

    static let targets = BankInterface.signed.flatMap { interface in
        Fault.allCases.filter { $0.allowed.contains(interface) }.map { Target(interface: interface, fault: $0) }
    }

    /// A request that a bank with a deposit, a release and a consume takes.
    private func request(_ interface: BankInterface) -> BankJSON {
        switch interface {
        case .ping: .null
        case .microFreeze: Sample.freeze(number: Sample.number + "5", code: "281234567890123499", platform: .alipay)
        case .scancodeFreeze: Sample.scancode(number: Sample.number + "5")
        case .queryFreezeOrder: Sample.query(platform: .alipay)
        case .unfreeze: Sample.unfreeze(10, number: Sample.releaseNumber + "5", platform: .alipay)
        case .queryUnfreezeOrder: Sample.queryRelease(platform: .alipay)
        case .depositConsume:
            Sample.consume(10, number: Sample.tradeNumber + "5", releasesRest: false, platform: .alipay)
        case .queryOrder: Sample.queryOrder(platform: .alipay)
        }
    }

    private func bank() throws -> TestBank {
        var bank = try TestBank()
        #expect(bank.ask(.microFreeze, Sample.freeze(platform: .alipay)).status == 0)
        #expect(bank.ask(.unfreeze, Sample.unfreeze(100, platform: .alipay)).status == 0)
        let consume = Sample.consume(100, releasesRest: false, platform: .alipay)
        #expect(bank.ask(.depositConsume, consume).status == 0)
        return bank
    }

    /// Orders, releases and consumes.
    private func count(_ bank: TestBank) -> Int {
        bank.bank.ledger.orders.values.map { 1 + $0.movements.count }.reduce(0, +)
    }

    @Test func newInterfacesTakeWhatFreezesTake() {
        let freezes = Set(Fault.allCases.filter { $0.kind != .order && $0.allowed.contains(.microFreeze) })
        for interface in [BankInterface.unfreeze, .depositConsume, .queryOrder] {
            #expect(freezes.isSubset(of: Fault.allCases.filter { $0.allowed.contains(interface) }))
        }
        #expect(Self.targets.count > 250)
    }

    @Test(arguments: targets)
    func strikesAndIsGone(_ target: Target) throws {
        var bank = try bank()
        let before = count(bank)
        try bank.order("\(target.testDescription):1")
        let answer = bank.ask(target.interface, request(target.interface))
        #expect(answer.reply.note.faults == [target.fault])
        #expect(bank.mischief.rules.isEmpty)
        #expect(answer.reply.fate == fate(target.fault, answer))
        // An envelope that is no UTF-8 can not be opened to see its signature.
        let unsigned: Set<Fault> = [
            .invalidUTF8, .status3, .status3Made, .status101, .noSignature, .html200, .html502, .redirect,
        ]
        if !target.fault.keepsFromBank { #expect(answer.isSigned == !unsigned.contains(target.fault)) }
        let isRefused = target.fault.refusal != nil || target.fault.keepsFromBank || target.fault == .absentState
        let made = target.interface.makes && !isRefused
        #expect(answer.reply.note.madeOrder == made)
        #expect((count(bank) > before) == made)
        if let refusal = target.fault.refusal { #expect(answer.status == refusal.status) }
        let next = bank.ask(target.interface, request(target.interface))
        #expect(next.reply.note.faults == [])
        #expect(next.reply.fate == .pass)
    }

    private func fate(_ fault: Fault, _ answer: TestBank.Answer) -> DeliveryFault {
        let bytes = answer.reply.body.count
        let fates: [Fault: DeliveryFault] = [
            .lost: .close, .swallowed: .close, .notThere: .close, .queryRefused: .close, .reset: .reset,
            .half: .cut(bodyBytes: bytes / 2), .slow: .late(milliseconds: 4000), .hang: .hang,
            .closeAfter: .cut(bodyBytes: bytes),
        ]
        return fates[fault] ?? .pass
    }
}
