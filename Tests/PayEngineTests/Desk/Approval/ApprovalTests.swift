import TestSupport
import Testing

@testable import PayEngine

/// What an approval is good for, how long, and who gets one.
///
/// That it is used once the compiler sees to: it can't be copied, and whatever needs one takes it.
@Suite struct ApprovalTests {
    private static let number = SampleTill.number
    private static let other = SampleOrder.number(1)
    private static let release = ApprovedAction.release(number, Fen(100))
    /// 1001 needs no PIN, 1002 does, and so does 1207, who is a clerk.
    private static let staff = [
        StaffMember(id: "1001", name: "a", role: .supervisor),
        StaffMember(id: "1002", name: "b", role: .supervisor, pinHash: PinHash(PinHashTests.text)),
        StaffMember(id: "1206", name: "c", role: .clerk),
        StaffMember(id: "1207", name: "d", role: .clerk, pinHash: PinHash(PinHashTests.text)),
    ]

    private let folder: ConfigurationFolder
    private let clock = TestClock()

    init() throws {
        folder = try ConfigurationFolder()
    }

    private func approval(_ staff: [StaffMember] = staff) -> StaffApproval {
        var configuration = SampleTill.configuration(directory: folder.path, staff: staff)
        configuration.stateDirectory = folder.path
        return StaffApproval(configuration: configuration, clock: clock, log: SampleTill.silentLog)
    }

    /// What becomes of an approval of one thing that is given to another.
    private func redeem(
        _ given: ApprovedAction, for wanted: ApprovedAction, after wait: Duration = .zero
    ) throws -> Result<Approver, ApprovalRefusal> {
        let staff = approval()
        let given = try staff.approveWithoutPin(given, staffID: "1001")
        clock.advance(by: wait)
        return staff.redeem(given, for: wanted)
    }

    private func refusal(_ result: Result<Approver, ApprovalRefusal>) -> ApprovalRefusal? {
        if case .failure(let refusal) = result { refusal } else { nil }
    }

    @Test(
        arguments: [
            (release, release, nil), (release, .release(other, Fen(100)), .otherOrder),
            (release, .release(number, Fen(101)), .otherAmount), (release, .release(number, nil), .otherAmount),
            (.release(number, nil), .release(number, nil), nil), (.release(number, nil), release, .otherAmount),
            (.release(other, Fen(1)), release, .otherOrder), (release, .closing(number), .otherAction),
            (release, .acceptedLoss, .otherAction), (.closing(number), .closing(number), nil),
            (.closing(number), .closing(other), .otherOrder), (.closing(number), release, .otherAction),
            (.acceptedLoss, .acceptedLoss, nil), (.acceptedLoss, .closing(number), .otherAction),
        ] as [(ApprovedAction, ApprovedAction, ApprovalRefusal?)])
    func itIsGoodForWhatItWasGivenForAlone(
        given: ApprovedAction, wanted: ApprovedAction, expected: ApprovalRefusal?
    ) throws {
        let result = try redeem(given, for: wanted)
        #expect(refusal(result) == expected)
        if case .success(let approver) = result {
            #expect(approver.staffID == "1001" && approver.basis == .withoutPin)
        }
    }

    @Test(arguments: [(0, false), (119_999, false), (120_000, true), (86_400_000, true)])
    func itLapsesAfterTwoMinutes(milliseconds: Int, hasLapsed: Bool) throws {
        let result = try redeem(Self.release, for: Self.release, after: .milliseconds(milliseconds))
        #expect(refusal(result) == (hasLapsed ? .lapsed : nil))
    }

    /// Neither a date that is moved back nor a machine that sleeps makes it last longer.
    @Test func itLapsesByTheClockThatNobodySets() throws {
        let staff = approval()
        let first = try staff.approveWithoutPin(Self.release, staffID: "1001")
        clock.set(now: Timestamp(milliseconds: clock.now.milliseconds + 3_600_000))
        let moved = staff.redeem(first, for: Self.release)
        #expect(refusal(moved) == nil)
        let second = try staff.approveWithoutPin(Self.release, staffID: "1001")
        clock.sleep(for: .seconds(120))
        clock.set(now: Timestamp(milliseconds: clock.now.milliseconds - 7_200_000))
        let slept = staff.redeem(second, for: Self.release)
        #expect(refusal(slept) == .lapsed)
    }

    // MARK: - The three makers

    /// What came of a PIN, and what the approval, if there is one, rests on.
    private func ask(
        _ staff: StaffApproval, _ staffID: String, _ pin: String, for action: ApprovedAction = release
    ) async throws -> (PinAnswer, Approver?) {
        let asked = await staff.approve(action, staffID: staffID, pin: try #require(Pin(pin)))
        switch consume asked {
        case .given(let approval, let answer): return (answer, try staff.redeem(approval, for: action).get())
        case .refused(let answer): return (answer, nil)
        }
    }

    @Test func aRightPinMakesOne() async throws {
        let staff = approval()
        let (right, approver) = try await ask(staff, "1002", "1234")
        #expect(right == .accepted && approver?.staffID == "1002" && approver?.basis == .pin)
        let (wrong, nobody) = try await ask(staff, "1002", "4321")
        #expect(wrong == .wrong(left: 4) && nobody == nil)
        let (again, later) = try await ask(staff, "1002", "1234")
        guard case .acceptedAfter(wrong: 1, _) = again else {
            Issue.record("\(again)")
            return
        }
        #expect(later?.basis == .pin)
        let (none, chosen) = try await ask(staff, "1001", "1234")
        #expect(none == .noPinNeeded && chosen?.basis == .withoutPin)
        let (unknown, stranger) = try await ask(staff, "7", "1234")
        #expect(unknown == .unknownStaff && stranger == nil)
    }

    /// Whose word would not count is not asked for their PIN: neither a right nor a wrong one is looked at.
    @Test func aClerksPinIsNotLookedAt() async throws {
        let staff = approval()
        for pin in ["1234", "4321"] {
            for action in [Self.release, .closing(Self.number), .acceptedLoss] {
                let (answer, approver) = try await ask(staff, "1207", pin, for: action)
                #expect(answer == .supervisorNeeded && approver == nil)
            }
        }
        let first = await staff.check(staffID: "1207", pin: try #require(Pin("4321")))
        #expect(first == .wrong(left: 4))
        // Where there is no supervisor a clerk may close, and never release.
        let alone = approval([Self.staff[3]])
        let (closing, closer) = try await ask(alone, "1207", "1234", for: .closing(Self.number))
        #expect(closer?.staffID == "1207" && closing != .supervisorNeeded)
        let (release, releaser) = try await ask(alone, "1207", "1234")
        #expect(release == .supervisorNeeded && releaser == nil)
    }

    private func withoutPin(_ staffID: String?, _ staff: [StaffMember] = staff) -> ApprovalRefusal? {
        do throws(ApprovalRefusal) {
            _ = try approval(staff).approveWithoutPin(Self.release, staffID: staffID)
            return nil
        } catch {
            return error
        }
    }

    @Test func whoHasAPinMustTypeIt() {
        #expect(withoutPin("1001") == nil)
        #expect(withoutPin("1002") == .pinNeeded)
        #expect(withoutPin("1206") == .supervisorNeeded)
        #expect(withoutPin("1207") == .supervisorNeeded)
        #expect(withoutPin("7") == .unknownStaff("7"))
        #expect(withoutPin(nil) == .supervisorNeeded)
        #expect(withoutPin(nil, []) == nil)
    }

    @Test func nobodyHasToBeAskedOnlyWhereNoStaffIsListed() throws {
        #expect(throws: ApprovalRefusal.supervisorNeeded) {
            _ = try approval().notNeeded(for: Self.release, named: "1001")
        }
        let free = approval([])
        for name in [nil, "1001"] {
            let given = try free.notNeeded(for: Self.release, named: name)
            let approver = try free.redeem(given, for: Self.release).get()
            #expect(approver.staffID == name && approver.basis == .notNeeded)
        }
    }

    /// What a till without a list of staff gave counts for nothing where there is one, and the other way round.
    @Test func anotherTillsWordDoesNotCount() throws {
        let named = try approval([]).approveWithoutPin(Self.release, staffID: "1001")
        let unlisted = try approval([]).approveWithoutPin(Self.release, staffID: "7")
        let nobody = try approval([]).approveWithoutPin(Self.release, staffID: nil)
        let staff = approval()
        let results = [
            staff.redeem(named, for: Self.release), staff.redeem(unlisted, for: Self.release),
            staff.redeem(nobody, for: Self.release),
        ]
        #expect(results.map { refusal($0) } == [.supervisorNeeded, .unknownStaff("7"), .supervisorNeeded])
        let listed = try staff.approveWithoutPin(Self.release, staffID: "1001")
        let result = approval([]).redeem(listed, for: Self.release)
        #expect(refusal(result) == .supervisorNeeded)
    }

    @Test func anAcceptedLossIsApproved() throws {
        let staff = approval()
        let loss = try AcceptedLoss(
            reason: "no backup", approvedBy: try staff.approveWithoutPin(.acceptedLoss, staffID: "1001"), of: staff)
        #expect(loss.staffID == "1001" && loss.reason == "no backup" && loss.basis == .withoutPin)
        #expect(throws: AcceptedLossRefusal.approval(.otherAction)) {
            let wrong = try staff.approveWithoutPin(Self.release, staffID: "1001")
            _ = try AcceptedLoss(reason: "no backup", approvedBy: wrong, of: staff)
        }
        #expect(throws: AcceptedLossRefusal.reasonMissing) {
            let right = try staff.approveWithoutPin(.acceptedLoss, staffID: "1001")
            _ = try AcceptedLoss(reason: " ", approvedBy: right, of: staff)
        }
    }
}
