import Glibc
import PayEngine
import Testing

@testable import PosTUI
@testable import SandboxGateway

extension JourneyTests {
    @Test(arguments: ["F10", "C-x"])
    func leavingGivesTheTerminalBack(key: String) async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            // These leave nothing and stop nothing.
            try await till.press("C-c", "C-q", "C-s", "C-z", "C-\\")
            try await till.press("F2", until: .amountPrompt)
            try await till.press(key, until: .quitConfirm)
            try await till.press(key, until: TillTerminal.ending)
            try await till.endsWith(status: 0)
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
    func signalsGiveTheTerminalBack(signal: Int32) async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.press("F2", until: .amountPrompt)
            kill(try await till.process(), signal)
            try await till.endsWith(status: 128 + signal)
        }
    }

    @Test func leavingDuringAFreeze() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            try await till.type("0.12\r" + journey.code() + "\r")
            try await till.shows(.headline(.waiting))
            let number = try await till.orderNumber()
            try await till.press("F10")
            try await till.shows(.quitTitle, .quitConfirm)
            // No scanner confirms, and any key but the same one stays.
            try await till.scan(journey.code())
            try await till.shows(.scanIgnored, .quitConfirm)
            for key in ["y", "F9", "Escape"] {
                try await till.press(key)
                try await till.hides(.quitConfirm)
                try await till.shows(.headline(.waiting), .progressHint)
                try await till.press("F10")
                try await till.shows(.quitConfirm)
            }
            try await till.press("F10", until: TillTerminal.ending)
            try await till.endsWith(status: 0)
            // The open question is there at the next start, and is settled by asking again.
            let next = try await journey.openTill()
            try await next.shows([next.words(.openCount) + " 1", next.words(.notice(.openQuestions(1)))])
            try await journey.gateway.setState("frozen", of: number)
            try await settlesByItself(next, number)
            #expect(try await journey.onlyOrder()["sendings"]?.whole == 1)
        }
    }

    @Test func killedInTheMiddle() async throws {
        try await Journey.run { journey in
            let till = try await journey.openTill()
            // The order is made, and no answer comes.
            try await till.type("0.36\r" + journey.code() + "\r")
            try await till.shows(.askingForOutcome)
            let number = try await till.orderNumber()
            try await Polling.until("the order is made") { try await journey.gateway.orders().count == 1 }
            kill(try await till.process(), SIGKILL)
            #expect(try await till.status() == 128 + SIGKILL)
            let next = try await journey.openTill()
            // It may be settled before the first screen is drawn: then, too, a banner tells it.
            try await settlesByItself(next, number)
            #expect(try await journey.onlyOrder()["number"]?.text == number)
            #expect(try await journey.onlyOrder()["sendings"]?.whole == 1)
        }
    }

    /// A banner tells the outcome, and opens it.
    private func settlesByItself(_ till: TillTerminal, _ number: String) async throws {
        try await till.shows(.newsOpen)
        try await till.press("C-n", until: .resultTitle)
        #expect(try await till.shows(.headline(.done)).orderNumber == number)
        try await till.shows([till.words(.openCount) + " 0"])
    }
}
