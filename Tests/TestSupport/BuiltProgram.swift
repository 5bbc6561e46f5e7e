import Glibc

/// A program that was built beside the tests.
package enum BuiltProgram {
    /// There is none of that name.
    package struct Absence: Error, CustomStringConvertible {
        package let name: String

        package var description: String {
            "\(name) is not beside the tests: swift build --build-tests makes it"
        }
    }

    /// The path of a product in the folder of the test bundle.
    package static func path(of name: String) throws -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        for candidate in [own] + CommandLine.arguments {
            let folder = candidate.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            let path = (folder + [Substring(name)]).joined(separator: "/")
            if access(path, X_OK) == 0 { return path }
        }
        throw Absence(name: name)
    }
}
