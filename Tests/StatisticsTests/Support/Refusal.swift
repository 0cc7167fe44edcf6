import Statistics
import Testing

/// A call that must be refused, and the whole sentence that it must be refused with.
struct Refusal: Sendable, CustomTestStringConvertible {
  let words: String
  let call: @Sendable () throws -> Void

  init<Value>(_ words: String, _ call: @escaping @Sendable () throws -> Value) {
    self.words = words
    self.call = { _ = try call() }
  }

  var testDescription: String { words }

  func verify() {
    #expect {
      try call()
    } throws: { error in
      (error as? StatisticsError)?.description == words
    }
  }
}
