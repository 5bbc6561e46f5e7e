/// `nonce_str`: 32 random letters and digits, new for every request.
enum Nonce {
    private static let alphabet = Array("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)

    static func make(_ random: any RandomSource) throws(RandomError) -> String {
        try random.text(32, from: alphabet)
    }
}
