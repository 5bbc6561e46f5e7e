import Testing

/// A module's folders are its rooms.
///
/// Who reads one may need those below it, and never those above.
@Suite struct RoomTests {
    /// Each module's rooms, from the top down.
    ///
    /// The files beside the rooms stand above them all.
    static let rooms: [String: [String]] = [
        "Persistence": ["", "Index", "Reading", "Segment", "Line", "Disk"],
        "PayEngine": [
            "Desk", "Desk/API", "Desk/Approval", "Archive", "LookUp", "Ledger", "Gateway", "Wire", "Answers", "Log",
            "Configuration", "Staff", "Order", "JSON", "Basics",
        ],
        "PosTUI": [
            "", "Commands", "Commands/Demo", "Commands/Run", "Commands/Staff", "Commands/Journal", "Commands/Orders",
            "Commands/Session", "Commands/Output", "Runtime", "Till", "Screens/Home", "Screens/Deposit",
            "Screens/Release", "Screens/LookUp", "Screens/Orders", "Screens/SignIn", "Screens/Help",
            "Screens/Approval", "Screens/Chrome", "ScreenContract", "Widgets", "Keys", "Scanning", "Text", "Model",
            "Theme", "Canvas",
        ],
        "SandboxGateway": ["", "Command", "Server", "HTTP", "Interfaces", "Faults", "Bank", "JSON"],
    ]

    @Test(arguments: rooms.keys.sorted()) func everyFileIsInARoom(module: String) {
        let rooms = Self.rooms[module, default: []]
        let places = SourceTree.sources(of: module).filter { !rooms.contains($0.room) }.map(\.path)
        expectNone(places, "A folder that is not in the list of rooms. Say in RoomTests what it stands above:")
    }

    /// What the tests of a module share, and the files that they read.
    private static let besideRooms: Set<String> = ["Support", "Golden", "Samples", "Vectors"]

    @Test(arguments: rooms.keys.sorted()) func everyTestStandsInTheRoomThatItTests(module: String) {
        let rooms = Set(SourceTree.sources(of: module).filter { $0.name != "main.swift" }.map(\.room))
        let tests = SourceTree.swiftFiles.filter { $0.module == module + "Tests" }
        #expect(!tests.isEmpty)
        let places = tests.filter { !rooms.union(Self.besideRooms).contains($0.room) }.map(\.path)
        expectNone(
            places,
            "Tests/\(module)Tests has the rooms of Sources/\(module), and Support for what they share. Move the file:")
    }

    @Test(arguments: rooms.keys.sorted()) func arrowsPointDown(module: String) {
        let graph = RoomGraph(of: SourceTree.sources(of: module))
        #expect(!graph.arrows.isEmpty)
        expectNone(
            graph.arrows(against: Self.rooms[module, default: []]),
            "A room mentions a type of a room above it. Move the file, or hand over what is needed:")
    }

    @Test func anArrowIsAMentionOfAnotherRoomsType() {
        let files = [
            SourceFile(
                path: "Sources/M/High/A.swift",
                text: """
                    struct A {
                        struct Own {}
                        let own: Own
                    }

                    """),
            SourceFile(
                path: "Sources/M/Low/B.swift",
                text: """
                    /// Not A.
                    enum B {
                        case a(A)
                        static let text = "A"
                        static let nested = Other.A.self
                    }
                    struct Own {}

                    """),
        ]
        let graph = RoomGraph(of: files)
        #expect(graph.arrows(against: ["High", "Low"]) == ["Sources/M/Low/B.swift:3: A, of High"])
        #expect(graph.arrows(against: ["Low", "High"]).isEmpty)
    }
}
