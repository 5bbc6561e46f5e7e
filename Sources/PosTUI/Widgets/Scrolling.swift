/// How far lists and texts are scrolled.
enum Scrolling {
    /// Returns the first line of a text that is shown after a move.
    static func offset(_ offset: Int, by move: ListMove, count: Int, visible: Int) -> Int {
        let last = max(0, count - visible)
        let moved =
            switch move {
            case .up: offset - 1
            case .down: offset + 1
            case .pageUp: offset - max(1, visible - 1)
            case .pageDown: offset + max(1, visible - 1)
            case .top: 0
            case .bottom: last
            }
        return min(max(0, moved), last)
    }

    /// Returns the line of a list that has the mark after a move.
    static func selection(_ selected: Int, by move: ListMove, count: Int, page: Int) -> Int {
        let last = max(0, count - 1)
        let moved =
            switch move {
            case .up: selected - 1
            case .down: selected + 1
            case .pageUp: selected - page
            case .pageDown: selected + page
            case .top: 0
            case .bottom: last
            }
        return min(max(0, moved), last)
    }

    /// Returns the first line that is shown, so that the one with the mark is.
    static func first(showing selected: Int, count: Int, visible: Int) -> Int {
        max(0, min(selected - visible / 2, count - visible))
    }
}
