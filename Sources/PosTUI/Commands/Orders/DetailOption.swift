import ArgumentParser
import PayEngine

/// The goods of an order, from a file.
struct DetailOption: ParsableArguments {
    @Option(help: ArgumentHelp("The goods, a JSON file as the manual shows it.", valueName: "file"))
    var detail: String?

    /// - Throws: status 2, after a sentence.
    func read(_ session: EngineSession) throws -> GoodsDetail? {
        guard let detail else { return nil }
        do {
            return try GoodsDetail(file: detail)
        } catch {
            throw session.refuse(.wrongDetail(error, file: detail))
        }
    }
}
