public import ArgumentParser
public import PayEngine

extension PayPlatform: ExpressibleByArgument {
    /// Makes a platform of a command's argument.
    public init?(argument: String) {
        self.init(name: argument)
    }

    /// The names that usage errors list.
    public static var allValueStrings: [String] { allCases.map(\.name) }
}
