import Testing

@testable import PayEngine

@Suite struct DeskRejectionTests {
    private static let staff = [StaffMember(id: "1206", name: "小李", role: .clerk)]

    private func rejection(
        staff: [StaffMember] = [], _ change: (inout FreezeRequest) -> Void
    ) async throws -> OrderRejection? {
        let sample = try SampleDesk(staff: staff) { _ in .answer(SampleAnswer()) }
        var request = SampleDesk.request()
        change(&request)
        let told = await sample.freeze(request)
        guard case .rejected(let rejection) = told.last else { return nil }
        #expect(told.count == 1)
        #expect(sample.transport.requests.isEmpty, "nothing was sent")
        #expect(try sample.events.isEmpty, "no order was made")
        return rejection
    }

    @Test func whatTheTillItselfRefuses() async throws {
        let maximum = OrderRejection.aboveMaximum(Fen(5_000_000))
        #expect(try await rejection { $0.amount = Fen(5_000_001) } == maximum)
        #expect(try await rejection { $0.amount = Fen(5_000_000) } == nil)
        #expect(try await rejection { $0.amount = .zero } == .amountIsZero)
        #expect(try await rejection { $0.amount = Fen(-1) } == .amountIsZero)
        #expect(try await rejection { $0.staffID = "1206" } == .unknownStaff("1206"))
        #expect(try await rejection(staff: Self.staff) { $0.staffID = "1206" } == nil)
        #expect(
            try await rejection { $0.reference = "134550264496882448" } == .holdsPaymentCode(field: "reference"))
        #expect(try await rejection { $0.remark = "a 134550264496882448" } == .holdsPaymentCode(field: "remark"))
        #expect(try await rejection { $0.body = "134550264496882448." } == .holdsPaymentCode(field: "body"))
    }

    @Test func fieldsThatAreTooLong() async throws {
        let body = String(repeating: "押", count: 43)
        #expect(
            try await rejection { $0.body = body } == .fieldTooLong(name: "body", limit: 128, found: 129))
        let remark = String(repeating: "x", count: 128)
        #expect(
            try await rejection { $0.remark = remark } == .fieldTooLong(name: "remark", limit: 127, found: 128))
        let reference = String(repeating: "x", count: 129)
        #expect(
            try await rejection { $0.reference = reference }
                == .fieldTooLong(name: "reference", limit: 128, found: 129))
    }

    @Test func withoutAJournalNothingIsSent() async throws {
        let sample = try SampleDesk { _ in .answer(SampleAnswer()) }
        await sample.desk.loseJournal()
        let told = await sample.freeze()
        guard case .rejected(.journal) = told.last else {
            Issue.record("\(told)")
            return
        }
        #expect(sample.transport.requests.isEmpty)
    }

    @Test func anOutcomeThatCanNotBeWrittenIsUnknown() async throws {
        let late = DeferredDesk()
        let sample = try SampleDesk(late: late) { _ in
            try? await late.get().loseJournal()
            return .answer(SampleAnswer())
        }
        let told = await sample.freeze()
        guard case .leftOpen(let deposit) = told.last, case .journalFailed = deposit.reason else {
            Issue.record("\(told)")
            return
        }
        #expect(deposit.outcome == .unknown)
        #expect(try sample.events == ["freeze.intent"])
        #expect(await sample.desk.openQuestions().map(\.number) == [deposit.number])
    }

    @Test func nothingIsSentOnceMoreWithoutADurableLine() async throws {
        let late = DeferredDesk()
        let sample = try SampleDesk(late: late) { call in
            guard call.interface == .queryFreezeOrder else { return .result(.lost("x")) }
            if call.index == 1 { try? await late.get().loseJournal() }
            return .answer(SampleAnswer(state: 7))
        }
        _ = await sample.freeze()
        #expect(sample.transport.requests(to: .microFreeze).count == 1)
    }

    @Test func noOtherBaseIsTriedWithoutADurableLine() async throws {
        let late = DeferredDesk()
        let sample = try SampleDesk(late: late) { _ in
            try? await late.get().loseJournal()
            return .result(.notConnected("x"))
        }
        let told = await sample.freeze()
        guard case .leftOpen(let deposit) = told.last, deposit.outcome == .unknown else {
            Issue.record("\(told)")
            return
        }
        #expect(sample.transport.requests.map(\.base) == [SampleTill.first])
    }
}
