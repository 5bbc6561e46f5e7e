extension Declarations {
    /// From the declaration to the brace that closes it; 1 without a body.
    static func length(of declaration: Named, in file: SourceFile) -> Int {
        var parentheses = 0
        var braces = 0
        for (index, line) in file.code[declaration.line...].enumerated() {
            for character in line {
                switch character {
                case "(": parentheses += 1
                case ")": parentheses -= 1
                case "{" where parentheses == 0 || braces > 0: braces += 1
                case "}" where braces > 0 || parentheses == 0:
                    braces -= 1
                    if braces <= 0 { return index + 1 }
                default: break
                }
            }
            // No body yet: it goes on only inside of parentheses, or with what stands before a brace.
            let words = file.code[min(declaration.line + index + 1, file.code.count - 1)].split(separator: " ")
            let goesOn = words.first.map { ["{", "throws", "async", "where", "->"].contains($0.prefix { $0 != "(" }) }
            if braces == 0 && parentheses == 0 && goesOn != true { return 1 }
        }
        return 1
    }
}
