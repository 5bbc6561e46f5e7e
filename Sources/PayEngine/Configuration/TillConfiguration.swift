/// `till.toml`, read and checked. Keys without a comment are those of the configuration page of the manual.
public struct TillConfiguration: Equatable, Sendable {
    public struct Till: Equatable, Sendable {
        public var deviceID: String
        public var machineNumber: String
        /// 1 to 16 letters and digits with which every number that this till makes starts.
        public var orderPrefix: String
        public var serialNumber: String?
        public var subTerminalType: Int?
        /// The merchant's own name of the shop (`shop_id` of `order_client`).
        public var shopID: String?
        /// IPv4; nil: the source address of the route to the first base.
        public var address: String?
        public var language: Language?
        public var theme: String
    }

    public struct Merchant: Equatable, Sendable {
        public var providerID: String
        public var merchantID: String
        public var shopID: String
        public var key: AuthenKey
        /// The device's own staff, as binding gives it: `authorization_staff_id` of a release that nobody approves.
        public var staffID: String?
        public var accounts = PlatformAccounts()
    }

    /// The merchant's accounts at the platforms, for `…_pay_mch_key_ext`.
    public struct PlatformAccounts: Equatable, Sendable {
        public var appID: String?
        public var subAppID: String?
        /// `[merchant.alipay] user_id`
        public var userID: String?
    }

    public struct Gateway: Equatable, Sendable {
        public var bases: [GatewayBase]
        /// PEM file to trust instead of the system's.
        public var authorityFile: String?
        public var proxy: String?
        /// Of TLS 1.2.
        public var ciphers = TLSCiphers.standard
        public var connectTimeout: Duration
        public var timeout: Duration
    }

    public struct DepositDefaults: Equatable, Sendable {
        public var body: String
        public var maximum: Fen
        public var quickAmounts: [Fen]
        public var asksReference: Bool
        /// An amount that nobody goes on with is put away so long after the last key; whole seconds.
        public var disarmTime: Duration
        public var wechatPartialRelease: Bool
        public var wechatHoldDays: Int
        public var alipayHoldDays: Int
        /// Sent with each WeChat Pay freeze (`attach`, `goods_tag`, `limit_pay`).
        public var attach: String?
        public var goodsTag: String?
        public var limitPay: LimitPay?
        /// Sent with each Alipay freeze (`enable_pay_channels`).
        public var payChannels: String?
    }

    public struct Polling: Equatable, Sendable {
        public var interval: Duration
        public var limit: Duration
    }

    public struct Log: Equatable, Sendable {
        public var file: String
        public var level: Level

        public enum Level: String, Sendable, CaseIterable {
            case trace, debug, info, notice, warning, error, critical
        }
    }

    public enum Language: String, Sendable, CaseIterable {
        case chinese = "zh-Hans"
        case english = "en"
    }

    public var till: Till
    public var merchant: Merchant
    public var gateway: Gateway
    public var deposit: DepositDefaults
    public var codes: CodePrefixes
    public var polling: Polling
    /// Absolute path of the journal's folder.
    public var journalDirectory: String
    /// Whether the journal may be on a file system that is not known to keep what it acknowledges.
    public var allowsAnyFileSystem: Bool
    public var log: Log
    public var staff: [StaffMember]
    /// Absolute path of the user's folder of states; nil where the environment tells none.
    public var stateDirectory: String?

    public init(
        till: Till, merchant: Merchant, gateway: Gateway, deposit: DepositDefaults, codes: CodePrefixes,
        polling: Polling, journalDirectory: String, allowsAnyFileSystem: Bool = false, log: Log, staff: [StaffMember],
        stateDirectory: String? = nil
    ) {
        self.till = till
        self.merchant = merchant
        self.gateway = gateway
        self.deposit = deposit
        self.codes = codes
        self.polling = polling
        self.journalDirectory = journalDirectory
        self.allowsAnyFileSystem = allowsAnyFileSystem
        self.log = log
        self.staff = staff
        self.stateDirectory = stateDirectory
    }
}
