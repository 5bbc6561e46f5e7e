@testable import PayEngine

/// A freeze's content, field by field.
struct SampleRequest {
    var number = SampleTill.number.text
    var code = SampleTill.wechatCode
    var fee = SampleTill.fee
    var body = "押金"
    var remark: String?
    var options = OrderOptions()
    var platform = PayPlatform.wechat
    var merchant = SampleTill.merchant
    var till = SampleTill.till
    var staffID: String?
    var address = "192.0.2.7"
    var nonce = "E94C00688C3F429CA2B0B396BF823548"

    func made() -> MicroFreezeRequest {
        let content = MicroFreezeRequest.FreezeContent(
            number: number, authorCode: code, fee: fee.value, body: body, remark: remark, options: options)
        return MicroFreezeRequest(
            content: content, merchantKey: PayMerchantKey(merchant, platform: platform),
            client: OrderClient(freezing: till, staffID: staffID, address: address), nonce: nonce)
    }
}
