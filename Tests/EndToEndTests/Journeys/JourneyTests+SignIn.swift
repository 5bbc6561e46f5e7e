import PayEngine
import TestSupport
import Testing

@testable import PosTUI
@testable import SandboxGateway

extension JourneyTests {
    private func options() throws -> JourneyOptions {
        var options = JourneyOptions()
        options.staff = try PinCommandTests.staff()
        return options
    }

    /// Chooses somebody by ID; those with a PIN are asked for it.
    private func choose(_ id: String, _ till: TillTerminal) async throws {
        try await till.type(id)
        try await till.press("Enter")
    }

    @Test func signInByPin() async throws {
        try await Journey.run(try options()) { journey in
            let till = try await journey.open(["run", "--config", journey.folder.file("till.toml")])
            try await till.shows(.signInTitle, .signInHint, .nobody)
            // Nothing works yet, neither keys nor scans.
            try await till.press("F2")
            try await till.press("F3")
            try await till.scan(journey.code())
            try await till.shows(.codeIsNoStaff)
            try await choose("2", till)
            try await till.shows(["PIN of Wang (2)"])
            try await typePin("0000", till)
            try await till.shows(.pinWrong(left: 4))
            // A scanner's burst is not counted.
            try await till.scan("12345678")
            try await till.shows(.pinWasScanned)
            try await typePin(PinCommandTests.pin, till)
            try await till.shows([till.words(.homeShortcut), "Wang (2)"])
            try await till.type("12.5\r" + journey.code() + "\r")
            try await till.shows(.headline(.done))
            let number = try await till.orderNumber()
            #expect(try journey.folder.text(of: "journal/segment-000001.jsonl").contains("\"staff\":\"2\""))
            try await till.press("Escape", until: .homeShortcut)
            // Somebody else, who has no PIN.
            try await till.press("F12", until: .signInHint)
            try await choose("3", till)
            try await till.shows([till.words(.homeShortcut), "Wang (3)"])
            #expect(try await journey.onlyOrder()["number"]?.text == number)
            try expectNoPin(till, journey)
        }
    }

    @Test func lockedAfterFiveWrongPins() async throws {
        try await Journey.run(try options()) { journey in
            let arguments = ["run", "--staff", "1", "--config", journey.folder.file("till.toml")]
            let till = try await journey.open(arguments)
            for left in (0...4).reversed() {
                try await till.shows(["PIN of Wang (1)"])
                try await typePin("111\(left)", till)
                try await till.shows(left == 0 ? .pinWrongAndLocked(seconds: 60) : .pinWrong(left: left))
            }
            // The right one does not help now, nor does starting anew.
            try await typePin(PinCommandTests.pin, till)
            let locked = "locked for another"
            try await till.shows([locked])
            try await till.press("F10")
            try await till.shows(.quitConfirm)
            try await till.press("F10", until: TillTerminal.ending)
            try await till.endsWith(status: 0)
            let next = try await journey.open(arguments)
            try await next.shows(["PIN of Wang (1)"])
            try await typePin(PinCommandTests.pin, next)
            try await next.shows([locked])
            // Another supervisor is not locked.
            try await next.press("Escape", until: .signInHint)
            try await choose("2", next)
            try await next.shows(["PIN of Wang (2)"])
            try await typePin(PinCommandTests.pin, next)
            try await next.shows(.homeShortcut)
            try expectNoPin(next, journey)
        }
    }

    private func expectNoPin(_ till: TillTerminal, _ journey: Journey) throws {
        let written = WrittenBytes(file: journey.folder.file("\(till.name).written"))
        #expect(!written.withoutSequences.holds(PinCommandTests.pin))
        #expect(!WrittenBytes(file: journey.folder.file("postui.log")).holds(PinCommandTests.pin))
        #expect(!WrittenBytes(file: journey.folder.file("journal/segment-000001.jsonl")).holds(PinCommandTests.pin))
    }
}
