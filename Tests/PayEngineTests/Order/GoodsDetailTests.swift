import FoundationEssentials
import Testing

@testable import PayEngine

@Suite struct GoodsDetailTests {
    private func read(_ text: String) -> Result<GoodsDetail, GoodsDetailError> {
        do throws(GoodsDetailError) {
            return .success(try GoodsDetail(json: Array(text.utf8)))
        } catch {
            return .failure(error)
        }
    }

    @Test func everyFieldIsReadAndSentUnderItsName() throws {
        let text = """
            { "receipt_id": "R1", "cost_price": 3000,
              "goods_detail": [ {"goods_id": "G1", "goods_name": "雨伞/大", "quantity": 2, "price": 1500},
                                {"quantity": 1, "price": 0} ] }
            """
        let detail = try read(text).get()
        let sent =
            #"{"cost_price":3000,"goods_detail":[{"goods_id":"G1","goods_name":"雨伞/大","price":1500,"#
            + #""quantity":2},{"price":0,"quantity":1}],"receipt_id":"R1"}"#
        #expect(detail.text == sent)
    }

    @Test(arguments: [
        ("", GoodsDetailError.notJSON), ("[", .notJSON), ("[]", .unfit(member: "{}")),
        ("{}", .unfit(member: "goods_detail")), ("{\"goods_detail\":[]}", .unfit(member: "goods_detail")),
        ("{\"goods_detail\":[7]}", .unfit(member: "goods_detail[1]")),
        ("{\"goods_detail\":[{\"quantity\":1}]}", .unfit(member: "goods_detail[1].price")),
        ("{\"goods_detail\":[{\"price\":1}]}", .unfit(member: "goods_detail[1].quantity")),
        ("{\"goods_detail\":[{\"price\":1,\"quantity\":0}]}", .unfit(member: "goods_detail[1].quantity")),
        ("{\"goods_detail\":[{\"price\":-1,\"quantity\":1}]}", .unfit(member: "goods_detail[1].price")),
        ("{\"goods_detail\":[{\"price\":2147483648,\"quantity\":1}]}", .unfit(member: "goods_detail[1].price")),
        (
            "{\"goods_detail\":[{\"price\":1,\"quantity\":1,\"goods_id\":\"\"}]}",
            .unfit(member: "goods_detail[1].goods_id")
        ),
        (
            "{\"goods_detail\":[{\"price\":1,\"quantity\":1},{\"price\":1,\"quantity\":1,\"x\":1}]}",
            .unknown(member: "goods_detail[2].x")
        ),
        ("{\"goods\":1,\"goods_detail\":[{\"price\":1,\"quantity\":1}]}", .unknown(member: "goods")),
    ])
    func anythingElseIsRefusedByName(text: String, error: GoodsDetailError) {
        #expect(read(text) == .failure(error))
    }

    @Test(arguments: [
        ("receipt_id", 32, ""), ("goods_id", 32, "goods_detail[1]."), ("goods_name", 256, "goods_detail[1]."),
    ])
    func limitsAreBytes(name: String, limit: Int, path: String) {
        func text(_ count: Int) -> String {
            let member = "\"\(name)\":\"\(String(repeating: "x", count: count))\""
            let inner = path.isEmpty ? "" : ",\(member)"
            let outer = path.isEmpty ? "\(member)," : ""
            return "{\(outer)\"goods_detail\":[{\"price\":1,\"quantity\":1\(inner)}]}"
        }
        #expect((try? read(text(limit)).get()) != nil)
        #expect(
            read(text(limit + 1)) == .failure(.tooLong(member: path + name, limit: limit, found: limit + 1)))
    }

    @Test func onlyAFileOfItsSizeIsRead() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "detail-\(UUID()).json").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(throws: GoodsDetailError.unreadable(code: 2)) { try GoodsDetail(file: path) }
        try Data(repeating: 0x20, count: GoodsDetail.fileLimit + 1).write(to: URL(filePath: path))
        #expect(throws: GoodsDetailError.fileTooLarge) { try GoodsDetail(file: path) }
        #expect(throws: GoodsDetailError.notJSON) { try GoodsDetail(file: "/dev/zero") }
    }
}
