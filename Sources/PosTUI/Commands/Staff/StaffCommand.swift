import ArgumentParser
import FoundationEssentials
import PayEngine

/// The command `postui staff`.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Help with the configuration's staff.", subcommands: [StaffPinCommand.self])
}

/// The command `postui staff pin`.
struct StaffPinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pin", abstract: "Ask for a new PIN and print the line of the configuration that checks it.")

    @OptionGroup var configurationOption: ConfigurationOption
    @OptionGroup var pinOption: PinOption

    func run() throws {
        let language = language
        let tell = { (phrase: Phrase) in
            StandardStreams.tell(phrase.text(in: language))
            return ExitStatus.wrongInput
        }
        try pinOption.checkForm(tell: tell)
        let pin = try pinOption.readNew(language, tell: tell)
        let made: PinHash?
        do {
            made = try PinHash(hashing: pin)
        } catch {
            _ = tell(.wanting(.randomness))
            throw ExitStatus.journal
        }
        guard let hash = made else { throw tell(.pinNoMemory) }
        StandardStreams.print("pin = \"\(hash.text)\"")
        StandardStreams.tell(Phrase.pinGoesThere.text(in: language))
    }

    /// Of the configuration where there is one already: this command is used while it is being written.
    private var language: TillConfiguration.Language {
        let environment = ProcessInfo.processInfo.environment
        let configured = try? TillConfiguration.load(path: configurationOption.config, environment: environment)
        return configured?.till.language ?? TillConfiguration.Language(environment: environment)
    }
}
