import ArgumentParser

/// The words of a command line as the parser wants them: options that every command takes behind the command's name.
struct CommandWords {
    /// A word where a command's name is wanted.
    struct UnknownCommand: Error, Equatable {
        let word: String
        /// The name that is written most like it; nil where none is.
        let nearest: String?
    }

    /// Without the program's own name.
    let arguments: [String]

    init(_ words: [String]) throws(UnknownCommand) {
        var index = 0
        while index < words.count {
            if words[index] == "--config" {
                index += 2
            } else if words[index].hasPrefix("--config=") {
                index += 1
            } else {
                break
            }
        }
        let start = min(index, words.count)
        let end = try Self.endOfPath(words, from: start)
        // What stands before belongs behind, where what is repeated there counts.
        var arranged = Array(words[start..<end])
        arranged.append(contentsOf: words[..<start])
        arranged.append(contentsOf: words[end...])
        arguments = end == start ? words : arranged
    }

    /// Returns where the names of a command and its parts end.
    private static func endOfPath(_ words: [String], from start: Int) throws(UnknownCommand) -> Int {
        var index = start
        var commands = PostUICommand.configuration.subcommands
        while index < words.count, !commands.isEmpty, !words[index].hasPrefix("-") {
            let word = words[index]
            if index == start, word == "help" { return index }
            guard let found = commands.first(where: { $0.configuration.commandName == word }) else {
                throw UnknownCommand(
                    word: word, nearest: nearest(to: word, commands.compactMap { $0.configuration.commandName }))
            }
            commands = found.configuration.subcommands
            index += 1
        }
        return index
    }

    /// Returns the name with the fewest letters to change, up to a third of it and at least two.
    private static func nearest(to word: String, _ names: [String]) -> String? {
        let near = names.map { (name: $0, distance: distance(Array(word.unicodeScalars), Array($0.unicodeScalars))) }
            .filter { $0.distance <= max(2, $0.name.count / 3) && $0.distance < $0.name.count }
        return near.min { $0.distance < $1.distance }?.name
    }

    /// Returns how many scalars are to be put in, taken out, changed or exchanged with their neighbour.
    private static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        // A payment code is no name, and nobody waits for a megabyte to be compared.
        guard one.count <= 32 else { return .max }
        var rows = [Array(0...other.count)]
        for (i, left) in one.enumerated() {
            var row = [i + 1]
            for (j, right) in other.enumerated() {
                var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (left == right ? 0 : 1))
                if i > 0, j > 0, left == other[j - 1], one[i - 1] == right { best = min(best, rows[i - 1][j - 1] + 1) }
                row.append(best)
            }
            rows.append(row)
        }
        return rows[one.count][other.count]
    }
}
