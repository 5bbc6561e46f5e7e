internal import TOMLKit

/// One table of a configuration while it is read.
///
/// What is wrong goes to the report, and the reading goes on with nothing in that place.
///
/// It notes which keys were asked for: the others are unknown.
final class ConfigurationTable {
    let report: ConfigurationReport
    /// Dotted; empty for the root.
    private let name: String
    private let table: TOMLTable?
    /// There is something else where the table should be: that was told, and its keys are not missed.
    private let isBroken: Bool
    private var known: Set<String> = []

    init(name: String, table: TOMLTable?, isBroken: Bool = false, report: ConfigurationReport) {
        self.name = name
        self.table = table
        self.isBroken = isBroken
        self.report = report
    }

    func path(_ key: String) -> String {
        name.isEmpty ? key : "\(name).\(key)"
    }

    func value(_ key: String) -> (any TOMLValueConvertible)? {
        known.insert(key)
        return table?[key]
    }

    /// Tells of a key that must be there and is not; false then.
    func require(_ key: String, _ wanted: ConfigurationRequirement) -> Bool {
        guard value(key) == nil else { return true }
        if !isBroken { report.tell(.missing(wanted: wanted), at: path(key)) }
        return false
    }

    /// Reports every key that nobody asked for.
    ///
    /// Their values are not shown: they may be anything.
    func refuseOthers() {
        for key in (table?.keys ?? []).sorted() where !known.contains(key) {
            report.tell(.unknownKey, at: path(key))
        }
    }

    /// Returns a table in this one; an empty one when it is not there.
    func table(_ key: String) -> ConfigurationTable {
        let found = value(key)
        if let found, found.table == nil { tellType(of: found, at: path(key), .table) }
        return ConfigurationTable(
            name: path(key), table: found?.table, isBroken: found != nil && found?.table == nil, report: report)
    }

    /// Returns the tables `[[key]]`; none when there are none.
    func tables(_ key: String) -> [ConfigurationTable] {
        guard let found = value(key) else { return [] }
        guard let array = found.array else {
            tellType(of: found, at: path(key), .tables)
            return []
        }
        return (0..<array.count).compactMap { index in
            let name = "\(path(key))[\(index + 1)]"
            guard let table = array[index].table else {
                tellType(of: array[index], at: name, .table)
                return nil
            }
            return ConfigurationTable(name: name, table: table, report: report)
        }
    }

    func tellType(of value: any TOMLValueConvertible, at path: String, _ wanted: ConfigurationRequirement) {
        report.tell(.wrongType(found: ConfigurationValueType(value.type), wanted: wanted), at: path)
    }
}
