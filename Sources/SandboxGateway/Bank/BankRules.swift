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
    /// How long a customer takes to scan the code that a till shows.
    var scanTurn = BankTurn.seconds(8)
    /// How many bytes a `code_url` has.
    var codeURLBytes = Self.usualCodeURLBytes
    /// Whether an order exists before its code was scanned: Alipay has no such order then.
    var unscannedIsCreated = false
    /// Whether a WeChat Pay deposit can be released in parts.
    var releasesWeChatInParts = false
    /// How far ping's clock is ahead of the real one, in seconds.
    var skewSeconds = 0
    /// Whether a query for an unknown number is answered by the state “no such order” rather than by 104.
    var saysAbsenceByState = false
    /// How long a WeChat Pay code lives once it was seen.
    var codeLifeSeconds = 60

    /// How answers are formed where the pages leave it open.
    var forms = AnswerForms()

    static let usualCodeURLBytes = 50
    static let codeURLBytes = 40...200

    init(key: AuthenKey) {
        self.key = key
    }
}
