/// Which rooms of a module mention whose types.
struct RoomGraph {
    struct Arrow {
        let from: String
        let to: String
        /// The place, as `path:line: Type`.
        let place: String
    }

    let arrows: [Arrow]

    init(of files: [SourceFile]) {
        var rooms: [String: String] = [:]
        for file in files {
            for type in Declarations.types(in: file) where type.isTopLevel { rooms[type.name] = file.room }
        }
        arrows = files.flatMap { file in
            let own = Set(Declarations.types(in: file).map(\.name))
            return Self.mentions(in: file).compactMap { name, line -> Arrow? in
                guard let room = rooms[name], room != file.room, !own.contains(name) else { return nil }
                return Arrow(from: file.room, to: room, place: "\(file.path):\(line): \(name)")
            }
        }
    }

    /// Returns those that run upwards, or to or from a room that is not in the list; `order` goes from the top down.
    func arrows(against order: [String]) -> [String] {
        arrows.filter { arrow in
            guard let from = order.firstIndex(of: arrow.from), let to = order.firstIndex(of: arrow.to) else {
                return true
            }
            return from > to
        }.map { "\($0.place), of \($0.to)" }
    }

    /// The names of types in a file's code.
    ///
    /// `Outer.Inner` mentions `Outer`.
    private static func mentions(in file: SourceFile) -> [(name: String, line: Int)] {
        file.code.enumerated().flatMap { index, line in
            line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == ".") }
                .compactMap { $0.split(separator: ".", omittingEmptySubsequences: false).first }
                .filter { $0.first?.isUppercase == true }
                .map { (String($0), index + 1) }
        }
    }
}
