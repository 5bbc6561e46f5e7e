import FoundationEssentials
import Glibc
import PayEngine
import TestSupport
import Testing

@testable import PosTUI

/// A terminal with a till on it, and somebody's hands at its keyboard.
final class TillTerminal: Sendable {
    struct Problem: Error, CustomStringConvertible {
        let description: String
    }

    static let mark = "this stood here before the till"
    static let ending = "the till ended with status"

    /// Of tmux' session, and of this terminal's files in the test's folder.
    let name: String
    private let language: TillConfiguration.Language
    private let journey: Journey

    init(name: String, language: TillConfiguration.Language, journey: Journey) {
        self.name = name
        self.language = language
        self.journey = journey
    }

    // MARK: - Hands

    /// Types characters, all at once.
    func type(_ text: String) async throws {
        try await journey.tmux.run(["send-keys", "-t", name, "-H"] + text.utf8.map { String($0, radix: 16) })
    }

    /// A scanner's burst.
    func scan(_ code: String, end: String = "\r") async throws {
        try await type(code + end)
    }

    /// Presses keys as tmux calls them: F2, Enter, Escape, C-q.
    func press(_ keys: String...) async throws {
        try await journey.tmux.run(["send-keys", "-t", name] + keys)
    }

    /// Presses a key until the screen shows that it was heeded: a result ignores the keys of its first moments.
    func press(_ key: String, until phrase: Phrase) async throws {
        try await press(key, until: words(phrase))
    }

    func press(_ key: String, until text: String) async throws {
        let end = ContinuousClock.now + Journey.patience
        while ContinuousClock.now < end {
            let before = try await standing()
            let heeded = ContinuousClock.now + .seconds(6)
            try await press(key)
            // Where something has changed the key was heeded, and pressed again it would be heeded twice.
            repeat {
                if try await isShown(text, within: .milliseconds(900)) { return }
            } while try await standing() != before && ContinuousClock.now < heeded
        }
        throw Problem(description: "\(key) does not lead to “\(text)”:\n\(try await screen())")
    }

    func resize(_ width: Int, _ height: Int) async throws {
        try await journey.tmux.run(["resize-window", "-t", name, "-x", "\(width)", "-y", "\(height)"])
    }

    // MARK: - Eyes

    func words(_ phrase: Phrase) -> String { phrase.text(in: language) }

    func screen() async throws -> ScreenText {
        let screen = ScreenText(try await journey.tmux.run(["capture-pane", "-p", "-t", name]))
        try journey.checkForSecrets(screen.squeezed, "on the screen")
        return screen
    }

    /// With the escape sequences of its looks, and blanks at the ends of lines.
    func colouredScreen() async throws -> String {
        try await journey.tmux.run(["capture-pane", "-p", "-e", "-N", "-t", name])
    }

    @discardableResult
    func shows(_ phrases: Phrase...) async throws -> ScreenText {
        try await shows(phrases.map(words))
    }

    /// Waits until the screen shows all of these at once.
    @discardableResult
    func shows(_ texts: [String]) async throws -> ScreenText {
        let end = ContinuousClock.now + Journey.patience
        while true {
            let screen = try await screen()
            if texts.allSatisfy(screen.holds) { return screen }
            guard ContinuousClock.now < end else {
                let missing = texts.filter { !screen.holds($0) }.joined(separator: "”, “")
                throw Problem(description: "the screen never showed “\(missing)”:\n\(screen)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Waits until the screen shows one of these: what counts on may be gone before it is looked at.
    func shows(anyOf phrases: [Phrase]) async throws {
        let texts = phrases.map(words)
        let end = ContinuousClock.now + Journey.patience
        while true {
            let screen = try await screen()
            if texts.contains(where: screen.holds) { return }
            guard ContinuousClock.now < end else {
                throw Problem(description: "the screen never showed “\(texts[0])” or the like:\n\(screen)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Waits until the screen does not show it any more, so that what is waited for next can't be the old one.
    func hides(_ phrase: Phrase) async throws {
        let end = ContinuousClock.now + Journey.patience
        while true {
            let screen = try await screen()
            if !screen.holds(words(phrase)) { return }
            guard ContinuousClock.now < end else {
                throw Problem(description: "the screen goes on showing “\(words(phrase))”:\n\(screen)")
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Whatever was typed before was heard when the help has come and gone.
    func hearsAll() async throws {
        try await press("F1", until: .helpHere)
        // Once: pressed again it would leave the screen below.
        try await press("F1")
        try await hides(.helpHere)
    }

    /// Waits until the screen shows an order's number.
    func orderNumber() async throws -> String {
        let end = ContinuousClock.now + Journey.patience
        while true {
            let screen = try await screen()
            if let number = screen.orderNumber { return number }
            guard ContinuousClock.now < end else { throw Problem(description: "no order's number:\n\(screen)") }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    /// The screen without its digits, which move by themselves.
    private func standing() async throws -> String {
        try await "\(screen())".filter { !$0.isNumber }
    }

    private func isShown(_ text: String, within limit: Duration) async throws -> Bool {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            if try await screen().holds(text) { return true }
            try await Task.sleep(for: .milliseconds(5))
        }
        return false
    }

    // MARK: - The process

    /// The till's process.
    func process() async throws -> pid_t {
        let found = ProcessTable.descendants(of: try await shell()).first { ProcessTable.name(of: $0) == "postui" }
        return try #require(found, "the till runs")
    }

    /// The script that started it.
    func shell() async throws -> pid_t {
        let text = try await journey.tmux.run(["display-message", "-p", "-t", name, "#{pane_pid}"])
        return try #require(pid_t(text.filter(\.isNumber)))
    }

    /// Waits for the till's end and returns its exit status.
    func status() async throws -> Int32 {
        let text = try await shows([Self.ending]).text
        let line = text.split(separator: "\n").last { $0.contains(Self.ending) }
        return try #require(line?.split(separator: " ").last.flatMap { Int32($0) })
    }

    /// Waits for the till's end; the terminal must then be as it was before.
    func endsWith(status wanted: Int32) async throws {
        #expect(try await status() == wanted)
        let screen = try await screen()
        #expect(screen.holds(Self.mark), "the main screen is back")
        let format = "cursor #{cursor_flag} alternate #{alternate_on} keypad #{keypad_flag}"
        let flags = try await journey.tmux.run(["display-message", "-p", "-t", name, format])
        #expect(flags == "cursor 1 alternate 0 keypad 0\n")
        let before = FileManager.default.contents(atPath: journey.folder.file("\(name).before"))
        let after = FileManager.default.contents(atPath: journey.folder.file("\(name).after"))
        #expect(before?.isEmpty == false)
        #expect(before == after, "stty -a tells the same")
        // What was switched on last must have been switched off: pastes come unmarked again.
        let written = WrittenBytes(file: journey.folder.file("\(name).written")).bytes
        let text = String(decoding: written, as: UTF8.self)
        #expect(text.split(separator: "\u{1B}[?2004").last?.first == "l")
    }
}
