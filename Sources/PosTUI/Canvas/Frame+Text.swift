extension Frame {
    /// The frame as lines of text without trailing spaces, for tests and for people.
    var lines: [String] {
        (0..<size.height).map { y in
            var line = ""
            for x in 0..<size.width {
                switch self[x, y].content {
                case .narrow(let character), .wide(let character): line.append(character)
                case .tail: break
                }
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
