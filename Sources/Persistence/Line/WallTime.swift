/// `2026-11-21T05:33:41.000Z`, made and read by hand: a formatter costs more than the line it is for.
enum WallTime {
    private static let dayLength: Int64 = 86_400_000
    /// The last millisecond of the year 9999.
    private static let last: Int64 = 253_402_300_799_999

    /// Moments outside of 1970–9999 are printed as the nearest one inside: the clock is wrong anyway.
    static func format(_ milliseconds: Int64) -> [UInt8] {
        let time = min(max(milliseconds, 0), last)
        let (year, month, day) = date(time / dayLength)
        let rest = time % dayLength
        var text = Array("0000-00-00T00:00:00.000Z".utf8)
        put(year, 0, 4, &text)
        put(month, 5, 2, &text)
        put(day, 8, 2, &text)
        put(rest / 3_600_000, 11, 2, &text)
        put(rest / 60_000 % 60, 14, 2, &text)
        put(rest / 1000 % 60, 17, 2, &text)
        put(rest % 1000, 20, 3, &text)
        return text
    }

    /// Nil when it is spelled in another way or is no moment.
    static func parse(_ text: UnsafeRawBufferPointer) -> Int64? {
        guard text.count == 24, text[4] == 0x2d, text[7] == 0x2d, text[10] == 0x54, text[13] == 0x3a,
            text[16] == 0x3a, text[19] == 0x2e, text[23] == 0x5a,
            let year = number(text, 0, 4), let month = number(text, 5, 2), let day = number(text, 8, 2),
            let hour = number(text, 11, 2), let minute = number(text, 14, 2), let second = number(text, 17, 2),
            let fraction = number(text, 20, 3), year >= 1970, month >= 1, month <= 12, day >= 1,
            day <= length(of: month, year), hour < 24, minute < 60, second < 60
        else { return nil }
        return days(year, month, day) * dayLength + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    }

    static func parse(_ text: String) -> Int64? {
        var text = text
        return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
    }

    @inline(__always)
    private static func number(_ text: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int64? {
        var value: Int64 = 0
        for index in start..<(start + count) {
            let digit = text[index] &- 0x30
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
        }
        return value
    }

    /// Days of a month.
    private static func length(of month: Int64, _ year: Int64) -> Int64 {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        case _: 31
        }
    }

    private static func put(_ value: Int64, _ start: Int, _ count: Int, _ text: inout [UInt8]) {
        var rest = value
        for index in (start..<(start + count)).reversed() {
            text[index] = 0x30 + UInt8(rest % 10)
            rest /= 10
        }
    }

    /// Days since 1970 of a date in the Gregorian calendar, counted in years that begin in March.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return shifted / 400 * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth + (marchMonth < 10 ? 3 : -9)
        let year = shifted / 146_097 * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}
