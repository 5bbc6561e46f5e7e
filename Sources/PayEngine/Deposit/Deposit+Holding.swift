extension Deposit {
    /// From so many days left on the clerk is warned.
    public static let expiryWarningDays = 3
    private static let dayMilliseconds: Int64 = 24 * 60 * 60 * 1000

    /// In how many days the platform releases it by itself, a day that has begun counted whole. Zero or less: perhaps
    /// it has done so already. Counted from the intent, which is never later than the freeze.
    public func daysLeft(at now: Timestamp, holdDays: Int) -> Int {
        let left = startTime.milliseconds + Int64(holdDays) * Self.dayMilliseconds - now.milliseconds
        let (days, rest) = left.quotientAndRemainder(dividingBy: Self.dayMilliseconds)
        return Int(days) + (rest > 0 ? 1 : 0)
    }
}
