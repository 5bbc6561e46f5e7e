/// The merchant whose requests are taken.
///
/// The defaults are those of the published examples.
struct BankMerchant: Equatable, Sendable {
    var outMchID = "sz01lXKA6DKGjNzr2l4B"
    var outSubMchID = "sz01KzuCUOmw8yjtPite"
    var outShopID = "sz011biKxOguirmBqiFR"

    var other: BankMerchant {
        BankMerchant(outMchID: outMchID, outSubMchID: "sz01AnotherMerchant0", outShopID: "sz01AnotherShop00000")
    }
}
