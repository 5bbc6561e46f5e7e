import Glibc
import PayEngine

extension LocalTime {
    /// Returns the first moment of a day here.
    ///
    /// Where clocks are put forward at midnight that is not 00:00; where a day was left out it is the first moment of
    /// the next.
    func start(of day: CalendarDay) -> Timestamp {
        var parts = tm()
        parts.tm_year = Int32(day.year - 1900)
        parts.tm_mon = Int32(day.month - 1)
        parts.tm_mday = Int32(day.day)
        let greenwich = Int64(timegm(&parts))
        // No clock is further than a day from Greenwich's. In between the date only goes forward.
        var before = greenwich - 86_400 * 2
        var after = greenwich + 86_400 * 2
        while after - before > 1 {
            let middle = before + (after - before) / 2
            if self.day(of: Timestamp(seconds: middle)) < day { before = middle } else { after = middle }
        }
        return Timestamp(seconds: after)
    }

    /// Returns the day that it is here at a moment.
    func day(of time: Timestamp) -> CalendarDay {
        let parts = parts(of: time)
        return CalendarDay(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    }

    /// Spells a moment as `2026-11-21T14:03:22+08:00`.
    func iso(_ time: Timestamp) -> String {
        let offset = Int(parts(of: time).tm_gmtoff)
        let minutes = abs(offset) / 60
        func two(_ value: Int) -> String { (value < 10 ? "0" : "") + String(value) }
        let zone = (offset < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
        return dayAndTime(time).split(separator: " ").joined(separator: "T") + zone
    }

    private func parts(of time: Timestamp) -> tm {
        var parts = tm()
        switch self {
        case .local:
            var seconds = time_t(time.seconds)
            localtime_r(&seconds, &parts)
        case .fixed(let offset):
            var seconds = time_t(time.seconds + offset)
            gmtime_r(&seconds, &parts)
            parts.tm_gmtoff = Int(offset)
        }
        return parts
    }
}
