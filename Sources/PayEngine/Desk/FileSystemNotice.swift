import Logging
import Persistence

/// Told to the log at every start over a journal that may not keep what it acknowledges, because `allow_filesystem` let
/// it.
enum FileSystemNotice {
    static func tell(_ configuration: TillConfiguration, _ log: Logger) {
        guard let found = try? Journal.fileSystem(of: configuration.journalDirectory), !found.isTrusted else { return }
        log.warning(
            "the journal is on a file system that may not keep what it acknowledges",
            metadata: ["file_system": "\(found.name)", "folder": "\(configuration.journalDirectory)"])
    }
}
