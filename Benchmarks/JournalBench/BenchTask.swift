import Persistence

/// What one run of the benchmark does.
///
/// Prints one line of JSON; all times are microseconds.
enum BenchTask {
    static let usage = """
        journal-bench make FOLDER ORDERS          a journal of so many orders, and its checkpoint
        journal-bench start FOLDER                the start of a till
        journal-bench restart FOLDER              the same without the checkpoint
        journal-bench unresolved FOLDER           the orders that nobody knows the outcome of
        journal-bench stat FOLDER                 the journal in numbers
        journal-bench append FOLDER COUNT         durable lines of 300 bytes
        journal-bench replay FOLDER               every line, verified
        journal-bench memchr FOLDER               every line, counted by memchr
        journal-bench open FOLDER                 the start of a writer
        journal-bench find FOLDER ORDERS COUNT    look-ups of random orders by any of their names
        journal-bench first FOLDER NUMBER         the start of a writer and its first look-up, of this order
        journal-bench read FOLDER NUMBER          the same look-up by a reader beside a writer
        """

    case make(String, Int)
    case start(String)
    case restart(String)
    case unresolved(String)
    case stat(String)
    case append(String, Int)
    case replay(String)
    case memchr(String)
    case open(String)
    case find(String, orders: Int, Int)
    case first(String, Int)
    case read(String, Int)

    /// Reads the arguments; nil when they can't be understood.
    init?(arguments: ArraySlice<String>) {
        let words = Array(arguments)
        guard words.count >= 2 else { return nil }
        let numbers = words.dropFirst(2).compactMap { Int($0) }.filter { $0 >= 0 }
        switch (words[0], numbers.count, words.count) {
        case ("make", 1, 3): self = .make(words[1], numbers[0])
        case ("start", 0, 2): self = .start(words[1])
        case ("restart", 0, 2): self = .restart(words[1])
        case ("unresolved", 0, 2): self = .unresolved(words[1])
        case ("stat", 0, 2): self = .stat(words[1])
        case ("append", 1, 3): self = .append(words[1], numbers[0])
        case ("replay", 0, 2): self = .replay(words[1])
        case ("memchr", 0, 2): self = .memchr(words[1])
        case ("open", 0, 2): self = .open(words[1])
        case ("find", 2, 4): self = .find(words[1], orders: numbers[0], numbers[1])
        case ("first", 1, 3): self = .first(words[1], numbers[0])
        case ("read", 1, 3): self = .read(words[1], numbers[0])
        case (_, _, _): return nil
        }
    }

    func run() async throws -> String {
        switch self {
        case .make(let folder, let orders): try await JournalMaker.run(folder, orders)
        case .start(let folder): try await DeskStarts.start(folder)
        case .restart(let folder): try await DeskStarts.replay(folder)
        case .unresolved(let folder): try DeskStarts.unresolved(folder)
        case .stat(let folder): try DeskStarts.statistics(folder)
        case .append(let folder, let count): try Appends.run(folder, count)
        case .replay(let folder): try Readings.replay(folder)
        case .memchr(let folder): try Readings.memchr(folder)
        case .open(let folder): try LookUps.open(folder)
        case .find(let folder, let orders, let count): try LookUps.find(folder, orders, count)
        case .first(let folder, let number): try LookUps.first(folder, number)
        case .read(let folder, let number): try LookUps.read(folder, number)
        }
    }
}
