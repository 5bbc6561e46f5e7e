import Testing

/// The rules see code through this: it is tested, too.
@Suite struct CodeBlankerTests {
    @Test(arguments: [
        ("let a = 1 // try!", "let a = 1        "),
        ("a /* b /* c */ d */ e", "a                   e"),
        ("f(\"try!\")", "f(      )"),
        ("f(\"a\\\"b\") + c", "f(      ) + c"),
        ("f(#\"a\"b\"#) + c", "f(       ) + c"),
        ("f(\"a\\(g(1) + \"x\")b\") + c", "f(    g(1) +       ) + c"),
        ("\"\"\"\n  try!\n  \"\"\" + a", "   \n      \n      + a"),
        ("a / b", "a / b"),
    ])
    func blanksCommentsAndTexts(source: String, code: String) {
        #expect(CodeBlanker.code(of: source) == code)
    }
}
