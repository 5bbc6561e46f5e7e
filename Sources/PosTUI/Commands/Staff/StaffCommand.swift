import ArgumentParser

/// The command `postui staff`.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Help with the configuration's staff.", subcommands: [StaffPinCommand.self])
}
