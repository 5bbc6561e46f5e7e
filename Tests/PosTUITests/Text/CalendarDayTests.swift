import PayEngine
import Testing

@testable import PosTUI

@Suite struct CalendarDayTests {
    @Test(arguments: [
        "", "2026", "2026-1-1", "2026-13-01", "2026-00-10", "2026-02-29", "2026-04-31", "2026-11-00", "2026/11/21",
        "20261121", "2026-11-21 ", "-2026-11-2", "1969-12-31", "9999-01-01", "２０２６-11-21", "2026-11-21-01", "2026--1-1",
    ])
    func noDays(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test func onlyDaysThatThereAreAreTaken() {
        #expect(CalendarDay("2026-11-21") == CalendarDay(year: 2026, month: 11, day: 21))
        #expect(CalendarDay("2028-02-29")?.next == CalendarDay("2028-03-01"))
        #expect(CalendarDay("2026-12-31")?.next == CalendarDay("2027-01-01"))
        #expect(CalendarDay("2026-11-30")?.next == CalendarDay("2026-12-01"))
    }

    @Test(arguments: [
        ("today", "2026-11-28"), ("今天", "2026-11-28"), ("yesterday", "2026-11-27"), ("昨天", "2026-11-27"),
        ("11-27", "2026-11-27"), ("1127", "2026-11-27"), ("11-28", "2026-11-28"), ("11-29", "2025-11-29"),
        ("0229", "2024-02-29"), ("2026-11-21", "2026-11-21"), ("2027-01-01", "2027-01-01"),
    ])
    func daysInAHurry(text: String, day: String) throws {
        let today = try #require(CalendarDay("2026-11-28"))
        #expect(CalendarDay(text, today: today) == CalendarDay(day))
    }

    @Test(arguments: ["tomorrow", "1-1", "127", "11/27", "13-01", "1301", "0230", "11-27-", "", "-1127", "２７-11"])
    func noDaysInAHurry(text: String) throws {
        let today = try #require(CalendarDay("2026-11-28"))
        #expect(CalendarDay(text, today: today) == nil)
    }

    @Test func daysBefore() {
        #expect(CalendarDay("2028-03-01")?.previous == CalendarDay("2028-02-29"))
        #expect(CalendarDay("2027-01-01")?.previous == CalendarDay("2026-12-31"))
    }

    @Test func startsOfDays() throws {
        let day = try #require(CalendarDay("2026-11-21"))
        #expect(LocalTime.fixed(seconds: 0).start(of: day) == Timestamp(seconds: 1_795_219_200))
        #expect(LocalTime.fixed(seconds: 8 * 3600).start(of: day) == Timestamp(seconds: 1_795_219_200 - 8 * 3600))
        #expect(LocalTime.fixed(seconds: -11 * 3600).start(of: day) == Timestamp(seconds: 1_795_219_200 + 11 * 3600))
    }

    @Test func momentsWithTheirZone() {
        let time = Timestamp(milliseconds: 1_795_239_487_999)
        #expect(LocalTime.fixed(seconds: 0).iso(time) == "2026-11-21T05:38:07+00:00")
        #expect(LocalTime.fixed(seconds: 19_800).iso(time) == "2026-11-21T11:08:07+05:30")
        #expect(LocalTime.fixed(seconds: -12_600).iso(time) == "2026-11-21T02:08:07-03:30")
    }
}
