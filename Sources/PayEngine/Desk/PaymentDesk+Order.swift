extension PaymentDesk {
    /// The freeze, release or consume of this number, as the journal knows it.
    public func order(_ number: OrderNumber) -> TillOrder? { book.order(number) }
}
