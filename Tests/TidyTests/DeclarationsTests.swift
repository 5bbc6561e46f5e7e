import Testing

/// The rules find declarations through this: it is tested, too.
@Suite struct DeclarationsTests {
    private let file = SourceFile(
        path: "Sources/PayEngine/A.swift",
        text: """
            public struct A {
                public let a: Int
                private class B {}
                @inlinable public static func f(
                    x: Int = { 1 }(),
                    y: Int
                ) throws -> Int
                    where T: P
                {
                    if x { y }
                    return { 2 }()
                }
                func asked(_ x: Int) -> Int
                public init?(x: Int) { self.a = x }
                public var text: String {
                    "}"
                }
                class func g() {}
            }
            extension A.B: P {}
            final class C {}
            """)

    @Test func typesAndTheirPlaces() {
        #expect(Declarations.types(in: file).map(\.name) == ["A", "B", "C"])
        #expect(Declarations.types(in: file).filter(\.isTopLevel).map(\.name) == ["A", "C"])
        #expect(Declarations.extensions(in: file).map(\.name) == ["A.B"])
    }

    @Test func functionsAndTheirModifiers() {
        #expect(Declarations.functions(in: file).map(\.name) == ["f", "asked", "g"])
        #expect(Declarations.functions(in: file).map { $0.modifiers.contains("public") } == [true, false, false])
    }

    @Test func lengthsOfBodies() {
        let lengths = Declarations.bodies(in: file).map { "\($0.kind) \(Declarations.length(of: $0, in: file))" }
        #expect(lengths == ["func 9", "func 1", "init 1", "var 3", "func 1"])
    }
}
