extension Deposit {
    /// The days left from which on the clerk is warned.
    public static let expiryWarningDays = 3
    private static let dayMilliseconds: Int64 = 24 * 60 * 60 * 1000

    /// Returns in how many days the platform releases it by itself; zero: perhaps it has done so already.
    ///
    /// A day that has begun counts whole.
    ///
    /// - Parameters:
    ///   - now: the gateway's clock, which also made ``createTime``.
    ///   - holdDays: for how many days the platform holds a deposit.
    /// - Returns: never less than 0 nor more than `holdDays`.
    public func daysLeft(at now: Timestamp, holdDays: Int) -> Int {
        let (days, rest) = millisecondsLeft(at: now, holdDays: holdDays)
            .quotientAndRemainder(dividingBy: Self.dayMilliseconds)
        return min(max(0, Int(days) + (rest > 0 ? 1 : 0)), holdDays)
    }

    /// Whether less than a day is left: then the gateway is asked, since only it knows.
    func endsWithinADay(at now: Timestamp, holdDays: Int) -> Bool {
        millisecondsLeft(at: now, holdDays: holdDays) < Self.dayMilliseconds
    }

    /// Returns the time that is left, counted from the intent until an answer told when the platform made it.
    private func millisecondsLeft(at now: Timestamp, holdDays: Int) -> Int64 {
        (createTime ?? startTime).milliseconds + Int64(holdDays) * Self.dayMilliseconds - now.milliseconds
    }
}
