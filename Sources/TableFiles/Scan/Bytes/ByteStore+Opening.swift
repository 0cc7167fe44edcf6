internal import Diagnostics

extension ByteStore {
  /// Where the bytes are kept of what can be read only once, or is unpacked or small.
  enum Room {
    case memory
    /// Only as far as somebody needs them; there may be more than memory holds.
    case temporaryFile
  }

  /// A file of up to so many bytes is read at once where there is room in memory.
  private static let smallFile = 1 << 20

  /// The bytes of a file, unpacked.
  static func opened(_ path: String, named name: String) throws -> ByteStore {
    try opened(SystemCalls.open(path, named: name), named: name, in: .memory)
  }

  /// The bytes behind a descriptor, which it closes in the end, unpacked.
  ///
  /// - Parameters:
  ///   - descriptor: A file, a pipe or standard input.
  ///   - name: The file as messages name it.
  ///   - packing: How it is packed, if its name tells; otherwise its first bytes do.
  ///   - room: Where to keep what no file keeps.
  /// - Returns: The bytes; none of them need have been read.
  /// - Throws: A ``Diagnostic`` if it is a folder, may not be read, or is packed in no known way.
  static func opened(
    _ descriptor: Int32, named name: String, packing: Packing? = nil, in room: Room
  ) throws -> ByteStore {
    var size: Int?
    var head: [UInt8] = []
    do {
      size = try SystemCalls.size(descriptor, named: name)
      // Files that the system makes up have a size of 0.
      if room == .memory, size == 0 { size = nil }
      if let size {
        if room == .memory, size > SystemCalls.mostInMemory {
          throw CSVProblem.unreadable(.large(size, atMost: SystemCalls.mostInMemory))
            .diagnostic(at: name)
        }
        let isSmall = room == .memory && size <= smallFile
        head = try SystemCalls.bytes(descriptor, 0..<(isSmall ? size : 8), named: name)
      } else {
        head = try SystemCalls.beginning(descriptor, named: name)
      }
    } catch {
      SystemCalls.close(descriptor)
      throw error
    }
    let packing = packing ?? Packing(head)
    if let size, packing == nil {
      guard room == .memory, head.count == size else {
        return ByteStore(file: descriptor, size: size, named: name)
      }
      SystemCalls.close(descriptor)
      return ByteStore(head, named: name)
    }
    let feed = DescriptorFeed(descriptor, named: name, after: size == nil ? head : [])
    let unpacked = try packing?.unpacking(feed, named: name) ?? feed
    guard room == .memory else { return try ByteStore(unpacked, named: name) }
    let most = SystemCalls.mostInMemory
    guard let bytes = try unpacked.rest(atMost: most) else {
      throw CSVProblem.unreadable(.large(most, atMost: most)).diagnostic(at: name)
    }
    return ByteStore(bytes, named: name)
  }
}
