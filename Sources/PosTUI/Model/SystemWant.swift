/// What the system does not give, and any command needs.
enum SystemWant: Equatable {
    case descriptors
    case memory
    case threads
    case randomness
    case digests
    case eventLoop
}
