extension PinAttemptsFile {
    /// In the user's state folder; beside the journal where the configuration names none.
    init(_ configuration: TillConfiguration) {
        let parts = configuration.journalDirectory.split(separator: "/")
        self.init(folder: configuration.stateDirectory ?? "/" + parts.dropLast().joined(separator: "/"))
    }
}
