package import Persistence

/// What a journal has promised so far, and what it may hold besides.
package struct CrashPromise {
    package struct Line: Equatable {
        package var event: String
        package var bytes: [UInt8]
    }

    /// Lines that have to be there, oldest first.
    package private(set) var lines: [Line] = []
    /// The fields of events that may be there besides: tried, and neither acknowledged nor seen to be void.
    private var possible: [String: [UInt8]] = [:]
    /// The length of `,"h":"…","c":"…"}`.
    private static let suffix = 55

    package init() {}

    package mutating func tried(_ event: String, _ fields: [UInt8]) { possible[event] = fields }

    package mutating func acknowledged(_ record: JournalRecord) {
        lines.append(Line(event: record.event, bytes: record.line))
        possible[record.event] = nil
    }

    /// What a checkpoint holds here: every line.
    package var state: [UInt8] {
        Array(lines.map { Array($0.event.utf8) + [0x09] + $0.bytes }.joined(separator: [0x0a]))
    }

    package static func lines(in state: [UInt8]) -> [Line] {
        state.split(separator: 0x0a).map { entry in
            let event = entry.prefix { $0 != 0x09 }
            return Line(event: String(decoding: event, as: UTF8.self), bytes: Array(entry.dropFirst(event.count + 1)))
        }
    }

    /// Returns which promised lines are not there, in order.
    ///
    /// Whatever else is there was tried once, and is promised from now on.
    package mutating func compare(_ found: [Line]) -> [String] {
        var broken: [String] = []
        var next = lines.startIndex
        for line in found {
            if next < lines.endIndex, line == lines[next] {
                next += 1
            } else if let fields = possible.removeValue(forKey: line.event), Self.holds(line.bytes, fields) {
                continue
            } else {
                broken.append("a wrong line: \(String(decoding: line.bytes, as: UTF8.self))")
            }
        }
        if next < lines.endIndex {
            broken.append("a lost line: \(String(decoding: lines[next].bytes, as: UTF8.self))")
        }
        lines = found
        possible = [:]
        return broken
    }

    private static func holds(_ line: [UInt8], _ fields: [UInt8]) -> Bool {
        line.dropLast(suffix).suffix(fields.count - 2) == fields.dropFirst().dropLast()
    }
}
