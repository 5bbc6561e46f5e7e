import PayEngine

extension FindScreen {
    /// Returns what is asked of the journal.
    func filter(_ settings: Settings, now: Timestamp) throws(FindProblem) -> JournalFilter {
        for field in Field.allCases where AuthorCode.resemblesPaymentCode(text(field).filter { $0 != " " }) {
            throw FindProblem(field: field, phrase: .codeIsNoNumber)
        }
        var filter = JournalFilter()
        let text = text(.text)
        if !text.isEmpty {
            filter.number = text
            filter.numberMayBeReference = true
        }
        filter.fee = try fee()
        let clerk = self.text(.clerk)
        if !clerk.isEmpty {
            // Who is no clerk of today's list may be one of last year's.
            filter.staffID = settings.staff.first { $0.name == clerk }?.id ?? clerk
        }
        let day = self.text(.day)
        if !day.isEmpty {
            guard let day = CalendarDay(day) else {
                let example = String(settings.zone.dayAndTime(now).prefix(10))
                throw FindProblem(field: .day, phrase: .wrongDay(example))
            }
            filter.since = settings.zone.start(of: day)
            filter.until = settings.zone.start(of: day.next)
        }
        return filter
    }

    private func fee() throws(FindProblem) -> Fen? {
        let text = text(.amount)
        guard !text.isEmpty else { return nil }
        do throws(Fen.ParsingError) {
            return try Fen(yuan: text)
        } catch {
            throw FindProblem(field: .amount, phrase: .wrongAmount(error, maximum: .orderLimit))
        }
    }
}
