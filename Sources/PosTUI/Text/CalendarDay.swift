/// A day as people write it, without a place: `2026-11-21`.
struct CalendarDay: Equatable, Comparable {
    let year: Int
    let month: Int
    let day: Int

    init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads a day; nil when it is spelled in another way, or when no calendar has it.
    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isNumber = parts.joined().utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, parts.map(\.utf8.count) == [4, 2, 2],
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1970...9998).contains(year), (1...12).contains(month), (1...Self.length(month, year)).contains(day)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads a day as it is typed in a hurry: also `today`, `yesterday`, `11-21` and `1121`.
    ///
    /// A day without a year is the latest that is not to come.
    init?(_ text: String, today: CalendarDay) {
        switch text {
        case "today", "今天": self = today
        case "yesterday", "昨天": self = today.previous
        case _:
            if let whole = CalendarDay(text) {
                self = whole
                return
            }
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            let isParted = parts.map(\.utf8.count) == [2, 2]
            guard isParted || parts.map(\.utf8.count) == [4] else { return nil }
            let digits = parts.joined()
            // 02-29 is at most eight years ago.
            let years = (0...8).map { String(today.year - $0) + "-\(digits.prefix(2))-\(digits.suffix(2))" }
            guard let day = years.lazy.compactMap({ CalendarDay($0) }).first(where: { $0 <= today }) else { return nil }
            self = day
        }
    }

    /// The day before.
    var previous: CalendarDay {
        if day > 1 { return CalendarDay(year: year, month: month, day: day - 1) }
        if month > 1 { return CalendarDay(year: year, month: month - 1, day: Self.length(month - 1, year)) }
        return CalendarDay(year: year - 1, month: 12, day: 31)
    }

    /// The day after.
    var next: CalendarDay {
        if day < Self.length(month, year) { return CalendarDay(year: year, month: month, day: day + 1) }
        if month < 12 { return CalendarDay(year: year, month: month + 1, day: 1) }
        return CalendarDay(year: year + 1, month: 1, day: 1)
    }

    static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func length(_ month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        case _: 31
        }
    }
}
