internal import Diagnostics

/// A pipe or standard input, which it closes in the end.
///
/// Safe although unchecked: the store that owns the feed lets one worker at a time draw on it.
final class DescriptorFeed: ByteFeed, @unchecked Sendable {
  private let descriptor: Int32
  private let name: String
  /// What was read from it before.
  private var before: ArraySlice<UInt8>

  init(_ descriptor: Int32, named name: String, after before: [UInt8] = []) {
    self.descriptor = descriptor
    self.name = name
    self.before = before[...]
  }

  deinit {
    SystemCalls.close(descriptor)
  }

  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    guard before.isEmpty else { return before.take(into: buffer) }
    return try SystemCalls.read(descriptor, into: base, buffer.count, named: name)
  }
}

/// Bytes that are there already.
struct ArrayFeed: ByteFeed {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  mutating func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int { rest.take(into: buffer) }
}

extension ArraySlice<UInt8> {
  /// Moves as many bytes as a buffer holds into it.
  fileprivate mutating func take(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = prefix(buffer.count)
    buffer.copyBytes(from: part)
    removeFirst(part.count)
    return part.count
  }
}
