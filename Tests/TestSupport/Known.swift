/// Returns a value that a sample's own spelling makes sure of; ends the tests where the spelling is wrong.
package func known<Value>(_ value: Value?, file: StaticString = #file, line: UInt = #line) -> Value {
    guard let value else { preconditionFailure("a sample is spelled wrongly", file: file, line: line) }
    return value
}
