/// A value that one thread writes and another uses later.
///
/// Safe although unchecked: whoever makes one sees to it that a thread is started or joined between
/// the uses of two threads, so they never overlap.
final class Handover<Value>: @unchecked Sendable {
  var value: Value
  init(_ value: Value) { self.value = value }
}
