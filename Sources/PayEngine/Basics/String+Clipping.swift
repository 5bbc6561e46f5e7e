extension String {
    /// Returns the longest beginning that has at most `limit` bytes of UTF-8 and cuts no character.
    func clipped(toBytes limit: Int) -> String {
        guard utf8.count > limit else { return self }
        var clipped = ""
        var count = 0
        for character in self {
            count += character.utf8.count
            guard count <= limit else { break }
            clipped.append(character)
        }
        return clipped
    }
}
