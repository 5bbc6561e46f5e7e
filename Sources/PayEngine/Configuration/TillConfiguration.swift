/// `till.toml`, read and checked.
///
/// A property names the key that it comes from; the manual's configuration page explains each.
public struct TillConfiguration: Equatable, Sendable {
    /// The table `[till]`: this device.
    public struct Till: Equatable, Sendable {
        /// `device_id`: what the gateway knows the device by.
        public var deviceID: String
        /// `machine_no`: the device's hardware address.
        public var machineNumber: String
        /// 1 to 16 letters and digits with which every number that this till makes starts.
        public var orderPrefix: String
        /// `sn_code`: the device's serial number.
        public var serialNumber: String?
        /// `sub_terminal_type`: cpay's number for this make of device.
        public var subTerminalType: Int?
        /// The merchant's own name of the shop (`shop_id` of `order_client`).
        public var shopID: String?
        /// IPv4; nil: the source address of the route to the first base.
        public var address: String?
        /// `language`; nil: by the environment.
        public var language: Language?
        /// `theme`: a name, or the path of a file.
        public var theme: String
    }

    /// The table `[merchant]`: whose money it is.
    public struct Merchant: Equatable, Sendable {
        /// `out_mch_id`: the service provider.
        public var providerID: String
        /// `out_sub_mch_id`: the merchant.
        public var merchantID: String
        /// `out_shop_id`: the shop.
        public var shopID: String
        /// The authentication key, read from `authen_key_file`.
        public var key: AuthenKey
        /// The device's own staff, as binding gives it: `authorization_staff_id` of a release that nobody approves.
        public var staffID: String?
        /// The merchant's accounts at the platforms.
        public var accounts = PlatformAccounts()
    }

    /// The merchant's accounts at the platforms, for `…_pay_mch_key_ext`.
    public struct PlatformAccounts: Equatable, Sendable {
        /// `app_id`: the provider's WeChat account.
        public var appID: String?
        /// `sub_app_id`: the merchant's WeChat account.
        public var subAppID: String?
        /// The key `user_id` of `[merchant.alipay]`.
        public var userID: String?
    }

    /// The table `[gateway]`: where requests go, and how.
    public struct Gateway: Equatable, Sendable {
        /// `bases`, best first; never empty.
        public var bases: [GatewayBase]
        /// PEM file to trust instead of the system's.
        public var authorityFile: String?
        /// `proxy`; nil: none, whatever the environment says.
        public var proxy: String?
        /// `tls12_ciphers`: the ciphers of TLS 1.2.
        public var ciphers = TLSCiphers.standard
        /// `connect_timeout_seconds`: the longest wait for a connection, TLS included.
        public var connectTimeout: Duration
        /// `timeout_seconds`: the longest wait for an answer.
        public var timeout: Duration
    }

    /// The table `[deposit]`: what the till offers and allows.
    public struct DepositDefaults: Equatable, Sendable {
        /// `body`: what the customer reads.
        public var body: String
        /// `maximum`: no deposit is larger.
        public var maximum: Fen
        /// `quick_amounts`: amounts with a key of their own.
        public var quickAmounts: [Fen]
        /// `ask_reference`: whether room, name or phone is asked for.
        public var asksReference: Bool
        /// An amount that nobody goes on with is put away so long after the last key; whole seconds.
        public var disarmTime: Duration
        /// `wechat_partial_release`: whether WeChat Pay takes a release of a part.
        public var wechatPartialRelease: Bool
        /// `wechat_hold_days`: the days after which WeChat Pay releases by itself.
        public var wechatHoldDays: Int
        /// `alipay_hold_days`: the days after which Alipay releases by itself.
        public var alipayHoldDays: Int
        /// `attach` of WeChat Pay freezes.
        public var attach: String?
        /// `goods_tag` of WeChat Pay freezes.
        public var goodsTag: String?
        /// `limit_pay` of WeChat Pay freezes.
        public var limitPay: LimitPay?
        /// `enable_pay_channels` of Alipay freezes.
        public var payChannels: String?
    }

    /// The table `[polling]`: how an order is queried that has no outcome yet.
    public struct Polling: Equatable, Sendable {
        /// `interval_seconds`: the pause between two queries.
        public var interval: Duration
        /// `limit_seconds`: after so long it is left open, and queried in the background.
        public var limit: Duration
    }

    /// The table `[log]`.
    public struct Log: Equatable, Sendable {
        /// `file`: its absolute path.
        public var file: String
        /// `level`: the least level that is written.
        public var level: Level

        /// How much an entry matters.
        public enum Level: String, Sendable, CaseIterable {
            case trace, debug, info, notice, warning, error, critical
        }
    }

    /// A language of the screens and commands.
    public enum Language: String, Sendable, CaseIterable {
        case chinese = "zh-Hans"
        case english = "en"
    }

    /// The table `[till]`.
    public var till: Till
    /// The table `[merchant]`.
    public var merchant: Merchant
    /// The table `[gateway]`.
    public var gateway: Gateway
    /// The table `[deposit]`.
    public var deposit: DepositDefaults
    /// The table `[codes]`.
    public var codes: CodePrefixes
    /// The table `[polling]`.
    public var polling: Polling
    /// Absolute path of the journal's folder.
    public var journalDirectory: String
    /// Whether the journal may be on a file system that is not known to keep what it acknowledges.
    public var allowsAnyFileSystem: Bool
    /// The table `[log]`.
    public var log: Log
    /// The tables `[[staff]]`; empty: nobody signs in and nobody approves.
    public var staff: [StaffMember]
    /// Absolute path of the user's folder of states; nil where the environment tells none.
    public var stateDirectory: String?

    /// Makes a configuration of values that are not checked here.
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
