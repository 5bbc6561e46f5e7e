/// What is typed into, which decides what quick characters are.
enum TypedField: Sendable {
    /// Home, and amounts.
    case money
    /// The customer's payment code.
    case code
    /// An order number, a search, a staff ID.
    case number
    /// A reference, a remark, a reason.
    case words
    case pin
    case none
}
