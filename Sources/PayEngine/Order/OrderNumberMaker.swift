/// Makes the numbers of orders: the till's prefix, ten digits of Unix seconds, random digits up to 32 characters.
///
/// The clock makes them readable, not unique: that is what the random digits and the look into the journal are for.
struct OrderNumberMaker {
    private static let digits = Array("0123456789".utf8)

    /// 1 to 16 letters and digits.
    let prefix: String
    let random: any RandomSource

    /// Makes a number that is not taken; nil when there is none, which only a broken random source explains.
    func make(at moment: Timestamp, isTaken: (OrderNumber) -> Bool) throws(RandomError) -> OrderNumber? {
        let seconds = String(max(0, min(moment.seconds, 9_999_999_999)))
        let start = prefix + String(repeating: "0", count: 10 - seconds.count) + seconds
        for _ in 0..<100 {
            let text = start + (try random.text(OrderNumber.maximumLength - start.utf8.count, from: Self.digits))
            guard let number = OrderNumber(text), !AuthorCode.resemblesPaymentCode(text) else { continue }
            if !isTaken(number) { return number }
        }
        return nil
    }
}
