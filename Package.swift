// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
    name: "postui",
    products: [
        .executable(name: "postui", targets: ["PosTUI"]),
        .executable(name: "cpay-sandbox", targets: ["SandboxGateway"]),
        .library(name: "PayEngine", targets: ["PayEngine"]),
        .library(name: "Persistence", targets: ["Persistence"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CQRencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CSystem"),
        .target(name: "CWipe"),
        .target(name: "Persistence", dependencies: ["CSystem", "COpenSSL"], swiftSettings: strict),
        .target(
            name: "PayEngine",
            dependencies: [
                "Persistence", "CCurl", "COpenSSL", "CSystem",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(
            name: "PosTUI",
            dependencies: [
                "PayEngine", "CNcurses", "CQRencode", "CSystem", "CWipe",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ],
            swiftSettings: strict
        ),
        .target(name: "JournalDisk", dependencies: ["Persistence"], path: "Tools/JournalDisk", swiftSettings: strict),
        // Development programs: no products, so that nobody is given them.
        .executableTarget(
            name: "journal-walk", dependencies: ["JournalDisk", "Persistence"], path: "Tools/JournalWalk",
            swiftSettings: strict),
        .executableTarget(
            name: "journal-bench",
            dependencies: ["PayEngine", "Persistence", .product(name: "Logging", package: "swift-log")],
            path: "Benchmarks/JournalBench", swiftSettings: strict),
        .executableTarget(
            name: "till-load",
            dependencies: ["PayEngine", .product(name: "Logging", package: "swift-log")], path: "Tools/TillLoad",
            swiftSettings: strict),
        .executableTarget(
            name: "wire-bench",
            dependencies: ["PayEngine", "Persistence", .product(name: "Logging", package: "swift-log")],
            path: "Benchmarks/WireBench", swiftSettings: strict),
        .executableTarget(
            name: "SandboxGateway",
            dependencies: [
                "PayEngine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict
        ),
        .target(name: "TestSupport", dependencies: ["PayEngine"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "PersistenceTests", dependencies: ["JournalDisk", "Persistence", "TestSupport"],
            resources: [.copy("Samples")], swiftSettings: strict),
        .testTarget(
            name: "PayEngineTests", dependencies: ["PayEngine", "Persistence", "TestSupport"],
            resources: [.copy("Vectors")], swiftSettings: strict),
        .testTarget(
            name: "PosTUITests", dependencies: ["PosTUI", "PayEngine", "TestSupport"],
            resources: [.copy("Golden")], swiftSettings: strict),
        .testTarget(
            name: "SandboxGatewayTests", dependencies: ["SandboxGateway", "PayEngine", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["PosTUI", "PayEngine", "Persistence", "SandboxGateway", "CSystem", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
