import Glibc

guard let task = BenchTask(arguments: CommandLine.arguments.dropFirst()) else {
    print(BenchTask.usage)
    exit(2)
}
do {
    print(try await task.run())
} catch {
    print("journal-bench: \(error)")
    exit(1)
}
