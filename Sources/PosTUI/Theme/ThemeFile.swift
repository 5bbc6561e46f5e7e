import PayEngine
import TOMLKit

/// Reads `themes/*.toml`: one table `roles` with a line for every role,
/// `name = { foreground = "red", background = "default", attributes = ["bold"] }`, each part optional.
enum ThemeFile {
    private static let colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
    private static let wantedColour = "default, a name (red, bright-red) or a number from 0 to 255"

    /// Reads a theme; `file` is how the file is named in errors.
    static func theme(named name: String, text: String, file: String) throws(ThemeError) -> Theme {
        let document = try document(text, file: file)
        for key in document.keys where key != "roles" {
            throw .wrongKey(file: file, key: key, found: "an unknown key", wanted: "only [roles]")
        }
        guard let table = document["roles"]?.table else {
            throw .wrongKey(file: file, key: "roles", found: "nothing", wanted: "a table with every role")
        }
        for key in table.keys where Role(rawValue: key) == nil {
            throw .wrongKey(file: file, key: "roles.\(key)", found: "an unknown role", wanted: roleNames)
        }
        var styles: [Role: Style] = [:]
        for role in Role.allCases {
            let key = "roles.\(role.rawValue)"
            guard let value = table[role.rawValue] else {
                throw .wrongKey(file: file, key: key, found: "nothing", wanted: "a table: every role has a look")
            }
            guard let entry = value.table else {
                throw .wrongKey(file: file, key: key, found: "\(value.type)", wanted: "a table")
            }
            styles[role] = try style(entry, key: key, file: file)
        }
        return Theme(name: name, styles: styles)
    }

    private static var roleNames: String { Role.allCases.map(\.rawValue).joined(separator: ", ") }

    private static func document(_ text: String, file: String) throws(ThemeError) -> TOMLTable {
        do throws(TOMLShape.Fault) {
            try TOMLShape.check(text)
        } catch {
            throw .notTOML(file: file, reason: "\(error)")
        }
        do {
            return try TOMLTable(string: text)
        } catch {
            throw .notTOML(file: file, reason: "\(error)")
        }
    }

    private static func style(_ table: TOMLTable, key: String, file: String) throws(ThemeError) -> Style {
        var style = Style()
        for part in table.keys {
            guard let value = table[part] else { continue }
            let place = "\(key).\(part)"
            switch part {
            case "foreground": style.foreground = try colour(value, key: place, file: file)
            case "background": style.background = try colour(value, key: place, file: file)
            case "attributes": style.attributes = try attributes(value, key: place, file: file)
            default:
                throw .wrongKey(
                    file: file, key: place, found: "an unknown key", wanted: "foreground, background or attributes")
            }
        }
        return style
    }

    private static func colour(_ value: any TOMLValueConvertible, key: String, file: String)
        throws(ThemeError) -> Style.Colour
    {
        if let number = value.int {
            guard (0...255).contains(number) else {
                throw .wrongKey(file: file, key: key, found: "\(number)", wanted: wantedColour)
            }
            return .palette(number)
        }
        guard let name = value.string else {
            throw .wrongKey(file: file, key: key, found: "\(value.type)", wanted: wantedColour)
        }
        if name == "default" { return .standard }
        let isBright = name.hasPrefix("bright-")
        guard let index = colours.firstIndex(of: isBright ? String(name.dropFirst(7)) : name) else {
            throw .wrongKey(file: file, key: key, found: name, wanted: wantedColour)
        }
        return .palette(isBright ? index + 8 : index)
    }

    private static func attributes(_ value: any TOMLValueConvertible, key: String, file: String)
        throws(ThemeError) -> Style.Attributes
    {
        let wanted = "a list of bold, dim, reverse, underline"
        guard let list = value.array else {
            throw .wrongKey(file: file, key: key, found: "\(value.type)", wanted: wanted)
        }
        var attributes: Style.Attributes = []
        for item in list {
            switch item.string {
            case "bold": attributes.insert(.bold)
            case "dim": attributes.insert(.dim)
            case "reverse": attributes.insert(.reverse)
            case "underline": attributes.insert(.underline)
            case .some(let name): throw .wrongKey(file: file, key: key, found: name, wanted: wanted)
            case nil: throw .wrongKey(file: file, key: key, found: "\(item.type)", wanted: wanted)
            }
        }
        return attributes
    }
}

/// Why a theme file can't be used.
enum ThemeError: Error, Equatable, CustomStringConvertible {
    /// The file is there but can't be read.
    case unreadable(file: String, reason: String)
    /// Not TOML.
    case notTOML(file: String, reason: String)
    /// A key is missing, unknown or has a value of the wrong kind.
    case wrongKey(file: String, key: String, found: String, wanted: String)
    /// A path that was given in the configuration does not exist.
    case missing(file: String)

    var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .notTOML(let file, let reason): "\(file): not TOML: \(reason)"
        case .wrongKey(let file, let key, let found, let wanted): "\(file): \(key): found \(found), wanted \(wanted)"
        case .missing(let file): "\(file): there is no such theme file"
        }
    }
}
