internal import Diagnostics

/// The files that a zip archive holds, by name. Names only find what is asked for: nothing is written,
/// and none is ever a path.
struct ZipArchive {
  /// Where a packed file lies.
  struct Entry {
    var isPacked: Bool
    var isEncrypted: Bool
    var crc: UInt32
    var packedSize: Int
    var size: Int
    /// Where its own header starts.
    var offset: Int
  }

  let store: ByteStore
  private let entries: [String: Entry]

  /// The most that a directory may take; that of a workbook takes a few kilobytes.
  private static let mostDirectory = 16 << 20

  /// Reads the directory of an archive.
  init(_ store: ByteStore) throws(Diagnostic) {
    self.store = store
    do {
      entries = try Self.entries(in: store)
    } catch {
      throw error as? Diagnostic ?? FormatProblem.damaged.diagnostic(at: store.name)
    }
  }

  /// A file by its name; the case of letters does not matter.
  func member(_ name: String) throws(Diagnostic) -> ZipMember? {
    guard let entry = entries[name.lowercased()] else { return nil }
    if entry.isEncrypted { throw FormatProblem.encrypted.diagnostic(at: store.name) }
    return try ZipMember(entry, in: store)
  }

  func holds(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// Follows the end of the directory back to its start (PKWARE, APPNOTE.TXT 6.3.10, 4.3).
  private static func entries(in store: ByteStore) throws -> [String: Entry] {
    let damaged = FormatProblem.damaged.diagnostic(at: store.name)
    let size = try store.wait(for: .max)
    let tailStart = max(0, size - 65_557)
    let tail = LittleEndian(try store.bytes(tailStart..<size))
    guard tail.count >= 22,
      let end = (0...tail.count - 22).last(where: { tail.uint32($0) == 0x0605_4B50 }),
      var count = tail.uint16(end + 10).map(Int.init),
      var length = tail.uint32(end + 12).map(Int.init),
      var start = tail.uint32(end + 16).map(Int.init)
    else { throw damaged }
    if count == 0xFFFF || length == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
      tail.uint32(end - 20) == 0x0706_4B50, let place = tail.offset(end - 12), place < size
    {
      let record = LittleEndian(try store.bytes(place..<min(size, place + 56)))
      guard record.uint32(0) == 0x0606_4B50, let entries = record.offset(32),
        let bytes = record.offset(40), let from = record.offset(48)
      else { throw damaged }
      (count, length, start) = (entries, bytes, from)
    }
    guard length <= mostDirectory, start <= size, length <= size - start else { throw damaged }
    let directory = LittleEndian(try store.bytes(start..<start + length))
    var entries: [String: Entry] = [:]
    var at = 0
    for _ in 0..<min(count, length / 46) {
      guard let (name, entry, next) = Self.entry(directory, at) else { throw damaged }
      let key = String(decoding: name, as: UTF8.self).lowercased()
        .replacingBackslashes
      if entries[key] == nil { entries[key] = entry }
      at = next
    }
    return entries
  }

  private static func entry(
    _ bytes: LittleEndian, _ at: Int
  ) -> (name: ArraySlice<UInt8>, entry: Entry, next: Int)? {
    guard bytes.uint32(at) == 0x0201_4B50, let flags = bytes.uint16(at + 8),
      let method = bytes.uint16(at + 10), let crc = bytes.uint32(at + 16),
      var packed = bytes.uint32(at + 20).map(Int.init),
      var size = bytes.uint32(at + 24).map(Int.init),
      let nameLength = bytes.uint16(at + 28).map(Int.init),
      let extraLength = bytes.uint16(at + 30).map(Int.init),
      let commentLength = bytes.uint16(at + 32).map(Int.init),
      var offset = bytes.uint32(at + 42).map(Int.init),
      let name = bytes.slice(at + 46, nameLength), method == 0 || method == 8
    else { return nil }
    var extra = at + 46 + nameLength
    let end = extra + extraLength
    while extra + 4 <= end, let id = bytes.uint16(extra), let length = bytes.uint16(extra + 2) {
      if id == 1 {
        var field = extra + 4
        func wide(_ value: inout Int) {
          guard value == 0xFFFF_FFFF else { return }
          value = bytes.offset(field) ?? Int.max
          field += 8
        }
        wide(&size)
        wide(&packed)
        wide(&offset)
      }
      extra += 4 + Int(length)
    }
    return (
      name,
      Entry(
        isPacked: method == 8, isEncrypted: flags & 1 != 0, crc: crc, packedSize: packed,
        size: size, offset: offset), end + commentLength
    )
  }
}

extension String {
  /// The name with slashes; some writers put backslashes.
  fileprivate var replacingBackslashes: String {
    contains("\\") ? String(map { $0 == "\\" ? "/" : $0 }) : self
  }
}

/// Numbers in the bytes of a file, low byte first; `nil` beyond the end.
struct LittleEndian {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var count: Int { bytes.count }

  func uint16(_ at: Int) -> UInt16? {
    slice(at, 2).map { UInt16($0[$0.startIndex]) | UInt16($0[$0.startIndex + 1]) << 8 }
  }

  func uint32(_ at: Int) -> UInt32? {
    guard let low = uint16(at), let high = uint16(at + 2) else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  /// A number of 64 bits that is a place or a size.
  func offset(_ at: Int) -> Int? {
    guard let low = uint32(at), let high = uint32(at + 4) else { return nil }
    return Int(exactly: UInt64(low) | UInt64(high) << 32)
  }

  func slice(_ at: Int, _ length: Int) -> ArraySlice<UInt8>? {
    at >= 0 && length >= 0 && at <= bytes.count - length ? bytes[at..<at + length] : nil
  }
}
