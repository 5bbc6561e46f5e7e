import Testing

/// The real till, driven by keys and read from the screen, one journey after the other.
@Suite(.serialized) struct JourneyTests {}
