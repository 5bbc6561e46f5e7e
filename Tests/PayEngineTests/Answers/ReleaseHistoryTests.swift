import Testing

@testable import PayEngine

@Suite struct ReleaseHistoryTests {
    /// What a look-up shows of a deposit's releases.
    private enum Shown: Equatable {
        case releases([Release])
        case refused(GatewayVerdict)
        case undecided(Reason)
        case other(LookUp.Problem)
    }

    private func read(_ object: String, status: Int = 0, isSigned: Bool = true) -> Shown {
        let content = "{\"status\":\(status)\(object.isEmpty ? "" : ",\"query_unfreeze_order\":{\(object)}")}"
        let opened = Envelope.Opened(content: Array(content.utf8), isSigned: isSigned)
        var lookUp = LookUp(number: SampleTill.number.text, source: .gateway)
        lookUp.absorb(AnswerReader.releases(opened, asked: SampleTill.asked(.wechat)))
        switch lookUp.releasesProblem {
        case nil: return .releases(lookUp.releases)
        case .refused(let verdict)?: return .refused(verdict)
        case .unknown(let reason)?: return .undecided(reason)
        case let problem?: return .other(problem)
        }
    }

    private func release(_ number: String, state: Int, more: String = "") -> String {
        """
        {"out_freeze_no":"\(SampleTill.number)","out_unfreeze_no":"\(number)","unfreeze_fee":10\(more),
        "wxpay_unfreeze_order_content_ext":{"current_trade_state":\(state)}}
        """
    }

    @Test(arguments: ["\"a\":1", "\"unfreeze_order_content\":[]", "\"unfreeze_order_content\":null"])
    func noListIsAnEmptyOne(object: String) {
        #expect(read(object) == .releases([]))
    }

    @Test(arguments: [
        "\"unfreeze_order_content\":{}", "\"unfreeze_order_content\":\"\"", "\"unfreeze_order_content\":[1]",
        "\"unfreeze_order_content\":[{\"unfreeze_fee\":\"10\"}]", "\"unfreeze_order_content\":[null]",
    ])
    func aListThatCanNotBeReadIsNotEmpty(object: String) {
        #expect(read(object) == .undecided(.unbelievable(.unreadableField)))
        #expect(read("") == .undecided(.unrecognisedState(nil)), "and without an object there is no list")
    }

    @Test func clientsBelongToReleasesWhereTheirCountsAgree() {
        let list = "\"unfreeze_order_content\":[\(release("a", state: 2)),\(release("b", state: 1))]"
        let clients = "\"order_client\":[{\"device_id\":\"1\",\"staff_id\":\"x\"},{\"device_id\":\"2\"}]"
        guard case .releases(let releases) = read(list + "," + clients) else {
            Issue.record("no releases")
            return
        }
        #expect(releases.map(\.deviceID) == ["1", "2"])
        #expect(releases.map(\.staffID) == ["x", nil])
        #expect(releases.map(\.outcome) == [.released, .unknown])
        guard case .releases(let alone) = read(list + ",\"order_client\":[{\"device_id\":\"1\"}]") else {
            Issue.record("no releases")
            return
        }
        #expect(alone.map(\.deviceID) == [nil, nil])
    }

    @Test func theReleasesOwnTradeStateIsNotRead() {
        let list = "\"unfreeze_order_content\":[\(release("a", state: 3, more: ",\"trade_state\":2"))]"
        guard case .releases(let releases) = read(list) else {
            Issue.record("no releases")
            return
        }
        #expect(releases.map(\.outcome) == [.refused])
    }

    @Test func whatIsInWorkIsUnknown() {
        for more in [",\"is_transforming\":true", ",\"is_transforming\":1"] {
            guard
                case .releases(let releases) = read(
                    "\"unfreeze_order_content\":[\(release("a", state: 2, more: more))]")
            else {
                Issue.record("no releases")
                continue
            }
            #expect(releases.map(\.outcome) == [.unknown])
            for platform in PayPlatform.allCases {
                #expect(releases.map { $0.meaning(SampleTill.asked(platform)) } == [.unknown(.beingMade, .poll)])
            }
        }
    }

    @Test(arguments: [
        (1, 1, Release.Outcome.unknown), (1, 2, .released), (1, 3, .refused), (1, 4, .notThere), (1, 5, .unknown),
        (1, 0, .unknown), (1, 99, .unknown), (2, 1, .unknown), (2, 2, .released), (2, 3, .refused), (2, 4, .notThere),
        (2, 5, .notThere), (2, 6, .unknown),
    ])
    func statesOfReleases(platform: Int, state: Int, outcome: Release.Outcome) throws {
        #expect(Release.outcome(ofState: state, platform: try #require(PayPlatform(rawValue: platform))) == outcome)
        #expect(Release.outcome(ofState: nil, platform: .wechat) == .unknown)
    }

    @Test func whatSpeaksOfAnotherOrderIsNotBelieved() {
        let other = "{\"out_freeze_no\":\"other\",\"out_unfreeze_no\":\"a\"}"
        let unnamed = "{\"out_freeze_no\":\"\(SampleTill.number)\"}"
        for list in [other, unnamed, "\(release("a", state: 2)),\(other)"] {
            #expect(read("\"unfreeze_order_content\":[\(list)]") == .undecided(.unbelievable(.otherOrder)))
        }
        #expect(read("\"pay_mch_key\":{\"out_shop_id\":\"x\"}") == .undecided(.unbelievable(.otherOrder)))
        #expect(read("\"pay_mch_key\":{\"pay_platform\":2}") == .undecided(.unbelievable(.otherPlatform)))
    }

    @Test func onlyStatus0TellsReleases() {
        let list = "\"unfreeze_order_content\":[\(release("a", state: 2))]"
        for status in [3, 101, 102, 103, 5] {
            #expect(read(list, status: status) == .undecided(.gatewayUndecided(GatewayVerdict(status: status))))
        }
        #expect(read(list, status: 104) == .refused(GatewayVerdict(status: 104)))
        for status in [0, 102, 103, 104, 5] {
            #expect(read(list, status: status, isSigned: false) == .undecided(.unbelievable(.missingSignature)))
        }
        for status in [3, 101] {
            #expect(
                read("", status: status, isSigned: false)
                    == .undecided(.gatewayUndecided(GatewayVerdict(status: status))))
        }
    }
}
