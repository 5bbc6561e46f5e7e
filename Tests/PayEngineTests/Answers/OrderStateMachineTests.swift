import Testing

@testable import PayEngine

@Suite struct OrderStateMachineTests {
    private static let interval = Duration.milliseconds(2500)
    private static let scan = Duration.seconds(1000)
    private static let first = SampleTill.first
    private static let verdict = GatewayVerdict(status: 101)

    /// Sent at once after the scan.
    private func sent(to base: GatewayBase = first) -> OrderStateMachine {
        var process = OrderStateMachine(askedAt: Self.scan, interval: Self.interval)
        process.noteFirstSending(to: base, at: Self.scan)
        return process
    }

    private func resumed(_ change: (inout Deposit) -> Void = { _ in }) -> OrderStateMachine {
        var deposit = SampleDeposit.made()
        change(&deposit)
        return OrderStateMachine(
            resuming: DepositOrder(deposit), uptime: Self.scan, interval: Self.interval)
    }

    private func take(
        _ process: inout OrderStateMachine, _ meaning: Meaning, after seconds: Double, from base: GatewayBase? = first,
        isOurs: Bool = false
    ) -> OrderStateMachine.Step {
        let elapsed = Duration.milliseconds(Int(seconds * 1000))
        return process.apply(meaning, from: base, isOurCode: isOurs, at: Self.scan + elapsed)
    }

    private let notThere = Meaning.notThere(byState: true)
    private let absentYet = OrderStateMachine.Step(
        change: .init(.unknown, .notThereYet), next: .ask(after: interval))
    private let sendAgain = OrderStateMachine.Step(change: nil, next: .sendAgain)
    private let nothing = OrderStateMachine.Step(change: nil, next: .ask(after: interval))

    @Test func settlesWhatIsSettled() {
        let table: [(Meaning, Outcome, Reason)] = [
            (.done, .done, .held), (.over, .over, .releasedOrConsumed),
            (.notSent("x"), .notSent, .noConnection("x")),
            (.refused(.paymentError), .refused, .paymentError),
        ]
        for (meaning, kind, reason) in table {
            var process = sent()
            let step = take(&process, meaning, after: 1)
            #expect(step == .init(change: .init(kind, reason), next: .done))
        }
    }

    @Test func waitsAndPolls() {
        var process = sent()
        #expect(
            take(&process, .waiting(.customerTyping), after: 1)
                == .init(change: .init(.waiting, .customerTyping), next: .ask(after: Self.interval)))
        let pauses: [(Meaning.Pause, Duration)] = [
            (.none, .zero), (.poll, Self.interval), (.threeSeconds, .seconds(3)),
        ]
        for (pause, length) in pauses {
            #expect(
                take(&process, .unknown(.beingMade, pause), after: 1)
                    == .init(change: .init(.unknown, .beingMade), next: .ask(after: length)))
            #expect(take(&process, .askAgain(.noAnswer("x"), pause), after: 1).next == .ask(after: length))
            #expect(take(&process, .askAgain(.noAnswer("x"), pause), after: 1).change == nil)
        }
    }

    @Test func sendsAgainAtTheFirstNotThereAfter3Seconds() {
        var process = sent()
        #expect(take(&process, notThere, after: 0) == absentYet)
        #expect(take(&process, notThere, after: 2.999) == absentYet)
        #expect(take(&process, notThere, after: 3) == sendAgain)
        process.noteSendingAgain(at: Self.scan + .seconds(3))
        #expect(take(&process, notThere, after: 5.999) == absentYet)
        #expect(take(&process, notThere, after: 6) == sendAgain)
        process.noteSendingAgain(at: Self.scan + .seconds(6))
        #expect(take(&process, notThere, after: 9) == absentYet, "twice is enough")
        #expect(take(&process, notThere, after: 59) == absentYet)
    }

    @Test(arguments: [true, false])
    func bothFormsOfNotThereCount(byState: Bool) {
        var process = sent()
        #expect(take(&process, .notThere(byState: byState), after: 4) == sendAgain)
    }

    @Test func sendsAgainOnlyWhileTheCodeIsYoung() {
        var process = sent()
        #expect(take(&process, notThere, after: 60) == absentYet)
        #expect(take(&process, notThere, after: 59.999) == sendAgain)
        process.forgetBytes()
        #expect(take(&process, notThere, after: 10) == absentYet)
        // 60 seconds count from the scan, not from the sending.
        var late = OrderStateMachine(askedAt: Self.scan - .seconds(58), interval: Self.interval)
        late.noteFirstSending(to: Self.first, at: Self.scan)
        #expect(take(&late, notThere, after: 3) == absentYet)
    }

    @Test func onlyTheFirstBasesNotThereCounts() {
        for base in [SampleTill.second, nil] {
            var process = sent()
            #expect(take(&process, notThere, after: 10, from: base) == nothing)
            #expect(take(&process, notThere, after: 200, from: base) == nothing)
        }
        var unsent = OrderStateMachine(askedAt: Self.scan, interval: Self.interval)
        #expect(take(&unsent, notThere, after: 10) == nothing, "a look-up while the first sending is under way")
    }

    @Test func nothingIsSentAgainAfterARestart() {
        var process = resumed()
        for seconds in [0, 3, 10, 59, 100.0] {
            #expect(take(&process, notThere, after: seconds) == absentYet)
        }
    }

    @Test func nothingIsSentAgainOnceTheOrderWasSeen() {
        for seen in [
            Meaning.waiting(.customerTyping), .unknown(.beingMade, .poll), .unknown(.unrecognisedState(99), .poll),
        ] {
            var process = sent()
            _ = take(&process, seen, after: 1)
            #expect(take(&process, notThere, after: 10) == absentYet)
        }
    }

    /// A 102 that shows a state is a different answer, and so is a 104.
    @Test func aQuestionThatWantsANewNumberHasSeenNothing() {
        var process = sent()
        _ = take(&process, .askAgain(.newNumberNeeded(GatewayVerdict(status: 102)), .poll), after: 1)
        #expect(take(&process, notThere, after: 10) == sendAgain)
        for status in [102, 104] {
            var seen = sent()
            _ = take(&seen, .askAgain(.gatewayUndecided(GatewayVerdict(status: status)), .poll), after: 1)
            #expect(take(&seen, notThere, after: 10) == absentYet)
        }
    }

    @Test func absenceIsSettledByTheStateAfter150Seconds() {
        let settled = OrderStateMachine.Step(change: .init(.refused, .neverArrived), next: .done)
        var process = sent()
        #expect(take(&process, notThere, after: 149.999) == absentYet)
        #expect(take(&process, .notThere(byState: false), after: 1000) == absentYet, "a 104 alone never settles")
        #expect(take(&process, notThere, after: 150) == settled)
        var again = sent()
        again.noteSendingAgain(at: Self.scan + .seconds(20))
        #expect(take(&again, notThere, after: 169.999) == absentYet, "since the last sending")
        #expect(take(&again, notThere, after: 170) == settled)
        var restarted = resumed()
        #expect(take(&restarted, notThere, after: 149) == absentYet, "the 150 seconds begin anew")
        #expect(take(&restarted, notThere, after: 150) == settled)
    }

    @Test func aContestedNumberIsOnlyOursWithOurCode() {
        let reason = Reason.numberUsedBefore(GatewayVerdict(status: 104, internalStatus: 407))
        for others in [Meaning.done, .over, .waiting(.customerTyping), .refused(.paymentError), notThere] {
            var process = sent()
            #expect(
                take(&process, .unknown(reason, .none), after: 0)
                    == .init(change: .init(.unknown, reason), next: .ask(after: .zero)))
            #expect(take(&process, others, after: 10) == nothing)
            #expect(take(&process, others, after: 500) == nothing)
        }
        var process = sent()
        _ = take(&process, .unknown(reason, .none), after: 0)
        #expect(take(&process, notThere, after: 10, isOurs: true).next != .sendAgain)
        #expect(take(&process, .done, after: 11, isOurs: true).change?.outcome == .done)
        var restarted = resumed { $0.freeze.isContested = true }
        #expect(take(&restarted, .done, after: 10) == nothing)
        #expect(take(&restarted, .done, after: 10, isOurs: true).change?.outcome == .done)
    }

    /// Sent once more, a number is “used before” by ourselves.
    @Test func a407ToTheSameBytesContestsNothing() {
        let reason = Reason.numberUsedBefore(GatewayVerdict(status: 104, internalStatus: 407))
        var process = sent()
        process.noteSendingAgain(at: Self.scan + .seconds(4))
        _ = take(&process, .unknown(reason, .none), after: 4)
        #expect(take(&process, .done, after: 5).change?.outcome == .done)
        var asked = sent()
        _ = take(&asked, .askAgain(reason, .poll), after: 4)
        #expect(take(&asked, .done, after: 5).change?.outcome == .done)
    }

    @Test func twiceWrongIsRefused() {
        var process = sent()
        #expect(process.question == .query)
        _ = take(&process, .unknown(.callerWrong(Self.verdict), .none), after: 0)
        #expect(process.question == .queryAfterCallerWrong)
        _ = take(&process, .askAgain(.noAnswer("x"), .poll), after: 1)
        #expect(process.question == .queryAfterCallerWrong, "no answer tells nothing")
        let refused = OrderStateMachine.Step(
            change: .init(.refused, .callerWrong(Self.verdict)), next: .done)
        for byState in [true, false] {
            var copy = process
            #expect(take(&copy, .notThere(byState: byState), after: 2) == refused)
            #expect(take(&copy, .notThere(byState: byState), after: 2, from: SampleTill.second) == nothing)
        }
        #expect(resumed { $0.freeze.reason = .callerWrong(Self.verdict) }.question == .queryAfterCallerWrong)
    }

    /// Over another line nothing is known of who answers for the order: it proves nothing about it.
    @Test func theSecond101CountsFromTheBaseThatGotTheBytes() {
        let wrong = Reason.callerWrong(Self.verdict)
        for base in [SampleTill.second, nil] {
            var process = sent()
            _ = take(&process, .unknown(wrong, .none), after: 0)
            #expect(take(&process, .refused(wrong), after: 1, from: base) == nothing)
            #expect(process.question == .queryAfterCallerWrong)
            #expect(take(&process, .refused(wrong), after: 2).change == .init(.refused, wrong))
        }
    }

    @Test func a101ContradictsNo101() {
        var process = sent()
        _ = take(&process, .unknown(.callerWrong(Self.verdict), .none), after: 0)
        #expect(take(&process, .askAgain(.gatewayUndecided(Self.verdict), .poll), after: 1) == nothing)
        #expect(process.question == .queryAfterCallerWrong)
    }

    @Test func aSecond101IsNoRefusalAfterAnAnswerThatShowedTheOrder() {
        let shown = Reason.gatewayUndecided(GatewayVerdict(status: 104))
        for contradiction in [shown, .unbelievable(.otherAmount)] {
            var process = sent()
            _ = take(&process, .unknown(.callerWrong(Self.verdict), .none), after: 0)
            #expect(take(&process, .askAgain(contradiction, .poll), after: 1) == nothing)
            #expect(process.question == .query)
        }
        var process = sent()
        _ = take(&process, .unknown(.callerWrong(Self.verdict), .none), after: 0)
        _ = take(&process, .askAgain(shown, .poll), after: 1)
        #expect(take(&process, notThere, after: 5) == absentYet)
    }

    @Test func anOrderThatWasSeenIsNotRefusedByA101() {
        for seen in [
            Meaning.waiting(.customerTyping), .unknown(.beingMade, .poll), .unknown(.unrecognisedState(8), .poll),
        ] {
            var process = sent()
            _ = take(&process, .unknown(.callerWrong(Self.verdict), .none), after: 0)
            _ = take(&process, seen, after: 1)
            #expect(process.question == .query)
            #expect(take(&process, .notThere(byState: false), after: 10) == absentYet)
        }
    }
}
