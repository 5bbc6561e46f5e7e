import ArgumentParser

/// Runs the command and makes its end an exit status.
enum CommandLineTool {
    static var help: String { SandboxCommand.helpMessage() }

    /// Runs the command and returns its status: 0 done, 1 failed, 2 the command line is wrong.
    ///
    /// The parser's own way out would be 64 for that.
    static func run(_ arguments: [String]? = nil) async -> Int32 {
        do {
            var command = try SandboxCommand.parseAsRoot(arguments)
            if let serving = command as? SandboxCommand {
                try await serving.run()
            } else {
                try command.run()
            }
            return 0
        } catch {
            return report(error)
        }
    }

    private static func report(_ error: any Error) -> Int32 {
        let text = SandboxCommand.fullMessage(for: error)
        switch SandboxCommand.exitCode(for: error) {
        case .success:
            print(text)
            return 0
        case .validationFailure:
            SandboxProcess.say(text)
            return 2
        case let code:
            SandboxProcess.say(text)
            return code.rawValue
        }
    }
}
