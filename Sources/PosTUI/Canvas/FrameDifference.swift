/// What must be drawn so that a screen that shows one frame shows another.
enum FrameDifference {
    struct Change: Equatable {
        var x: Int
        var y: Int
        var cell: Cell
    }

    /// Returns the cells to draw, line by line from left to right.
    ///
    /// Right halves of wide characters are left out, since the left half draws both. Without an old frame, or with one
    /// of another size: all of them.
    static func changes(from old: Frame?, to new: Frame) -> [Change] {
        let comparable = old?.size == new.size ? old : nil
        var changes: [Change] = []
        var index = 0
        for y in 0..<new.size.height {
            for x in 0..<new.size.width {
                defer { index += 1 }
                let cell = new.cells[index]
                let isSame = comparable.map { isUnchanged(index, from: $0, to: new) } ?? false
                if isSame || cell.content == .tail { continue }
                changes.append(Change(x: x, y: y, cell: cell))
            }
        }
        return changes
    }

    /// A wide character is drawn again when either of its halves changed.
    private static func isUnchanged(_ index: Int, from old: Frame, to new: Frame) -> Bool {
        guard old.cells[index] == new.cells[index] else { return false }
        guard case .wide = new.cells[index].content else { return true }
        return old.cells[index + 1] == new.cells[index + 1]
    }
}
