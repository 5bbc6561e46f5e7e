import PayEngine

/// What a bank is told when it is opened.
struct BankRules: Sendable {
    var key: AuthenKey
    var merchant = BankMerchant()
    /// What every order number must start with.
    var prefix = "sz010002cz"
    /// Whether every content ends in a newline, which is signed with it.
    var endsInNewline = false
    /// How long a customer takes to type a password.
    var passwordTurn = BankTurn.seconds(8)
    /// How far ping's clock is ahead of the real one, in seconds.
    var skewSeconds = 0
    /// Whether a query for an unknown number is answered by the state “no such order” rather than by 104.
    var saysAbsenceByState = false
    /// How long a WeChat Pay code lives once it was seen.
    var codeLifeSeconds = 60

    init(key: AuthenKey) {
        self.key = key
    }
}
