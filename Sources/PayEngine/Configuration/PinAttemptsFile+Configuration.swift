extension PinAttemptsFile {
    /// Takes the file in the user's state folder; the one beside the journal where the configuration names none.
    init(_ configuration: TillConfiguration) {
        let parts = configuration.journalDirectory.split(separator: "/")
        self.init(folder: configuration.stateDirectory ?? "/" + parts.dropLast().joined(separator: "/"))
    }
}
