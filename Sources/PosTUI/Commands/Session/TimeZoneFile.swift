import Glibc

/// The file of the local time zone, which the C library opens by itself and waits for, whatever it is.
enum TimeZoneFile {
    private static let folder = "/usr/share/zoneinfo"

    /// Returns the path where something stands that is no regular file; nil when all is well.
    static func trouble(zone: String?) -> String? {
        let path = path(zone)
        var status = stat()
        // What is not there, the C library passes over.
        guard let path, stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG,
            status.st_mode & S_IFMT != S_IFDIR
        else { return nil }
        return path
    }

    private static func path(_ zone: String?) -> String? {
        guard var name = zone?[...] else { return "/etc/localtime" }
        if name.hasPrefix(":") { name = name.dropFirst() }
        guard !name.isEmpty else { return nil }
        return name.hasPrefix("/") ? String(name) : "\(getenv("TZDIR").map { String(cString: $0) } ?? folder)/\(name)"
    }
}
