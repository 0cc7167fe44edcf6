/// Takes apart a form with a file, `multipart/form-data` (RFC 7578), as its bytes come: nothing is kept but what
/// may be the beginning of a boundary.
struct MultipartParser: Sendable {
  /// What was found.
  enum Event: Hashable, Sendable {
    /// A field begins; a file has the name that it has where it comes from.
    case part(name: String, fileName: String?)
    /// Some bytes of the field.
    case bytes([UInt8])
    /// The field is whole.
    case end
  }

  /// The bytes are no such form.
  struct Fault: Error {}

  private enum State { case preamble, headers, content, epilogue }

  private let boundary: [UInt8]
  private var state = State.preamble
  private var rest: [UInt8]
  /// The most bytes of the headers of a field.
  private static let longestHeaders = 8 << 10

  /// A parser for the type that a request names; `nil` for another type.
  init?(contentType: String) {
    let parts = contentType.split(separator: ";").map { $0.trimmedBlanks }
    guard parts.first?.lowercased() == "multipart/form-data",
      let found = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
    else { return nil }
    let boundary = found.dropFirst("boundary=".count).filter { $0 != "\"" }
    guard (1...70).contains(boundary.utf8.count) else { return nil }
    self.boundary = Array("\r\n--\(boundary)".utf8)
    // The first boundary has no line end before it.
    rest = [0x0D, 0x0A]
  }

  /// Whether the form has come to its end.
  var isWhole: Bool { state == .epilogue }

  /// Takes more bytes.
  ///
  /// - Returns: What they hold.
  /// - Throws: ``Fault``.
  mutating func take(_ bytes: some Sequence<UInt8>) throws(Fault) -> [Event] {
    rest += bytes
    var events: [Event] = []
    while true {
      switch state {
      case .epilogue:
        rest = []
        return events
      case .preamble:
        guard let place = Self.find(boundary, in: rest) else {
          guard rest.count < Self.longestHeaders else { throw Fault() }
          return events
        }
        rest.removeFirst(place + boundary.count)
        state = .headers
      case .headers:
        // Two dashes behind a boundary end the form.
        if rest.starts(with: Array("--".utf8)) {
          state = .epilogue
          continue
        }
        guard let place = Self.find(Array("\r\n\r\n".utf8), in: rest) else {
          guard rest.count < Self.longestHeaders else { throw Fault() }
          return events
        }
        events.append(try Self.part(rest[..<place]))
        rest.removeFirst(place + 4)
        state = .content
      case .content:
        if let place = Self.find(boundary, in: rest) {
          if place > 0 { events.append(.bytes(Array(rest[..<place]))) }
          events.append(.end)
          rest.removeFirst(place + boundary.count)
          state = .headers
          continue
        }
        let sure = rest.count - boundary.count
        if sure > 0 {
          events.append(.bytes(Array(rest[..<sure])))
          rest.removeFirst(sure)
        }
        return events
      }
    }
  }

  private static func part(_ headers: ArraySlice<UInt8>) throws(Fault) -> Event {
    guard let text = String(validating: headers, as: UTF8.self) else { throw Fault() }
    let lines = text.split(separator: "\r\n", omittingEmptySubsequences: true)
    let prefix = "content-disposition:"
    guard let line = lines.first(where: { $0.lowercased().hasPrefix(prefix) }) else {
      throw Fault()
    }
    // Browsers write a quote in a name as %22.
    var values: [String: String] = [:]
    for pair in line.dropFirst(prefix.count).split(separator: ";").dropFirst() {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard sides.count == 2 else { continue }
      var value = sides[1].trimmedBlanks
      if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = String(value.dropFirst().dropLast())
      }
      values[sides[0].trimmedBlanks.lowercased()] = value
    }
    guard let name = values["name"] else { throw Fault() }
    return .part(name: name, fileName: values["filename"])
  }

  /// Where some bytes first stand in others.
  private static func find(_ wanted: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      let last = bytes.count - wanted.count
      while place <= last {
        if bytes[place] == first,
          wanted.indices.allSatisfy({ bytes[place + $0] == wanted[$0] })
        {
          return place
        }
        place += 1
      }
      return nil
    }
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  fileprivate var trimmedBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
