internal import CExpat
internal import Diagnostics

/// What somebody who reads an XML file gets to see, piece by piece.
class XMLHandler {
  /// What went wrong; reading ends as soon as it is set.
  final var failure: Diagnostic? {
    didSet { hasFailed = failure != nil }
  }
  /// Asked after each tag, which copying a problem would slow.
  final private(set) var hasFailed = false

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ bytes: Bytes) {}
}

/// The name of an element or an attribute without the prefix of its namespace.
struct XMLName {
  let local: UnsafePointer<CChar>

  @inline(__always)
  init(_ qualified: UnsafePointer<CChar>) {
    var start = qualified
    var i = qualified
    while i.pointee != 0 {
      if i.pointee == CChar(bitPattern: UInt8(ascii: ":")) { start = i + 1 }
      i += 1
    }
    local = start
  }

  /// Whether the name has one letter, and it is this.
  @inline(__always)
  func isLetter(_ letter: Unicode.Scalar) -> Bool {
    local[0] == CChar(bitPattern: UInt8(ascii: letter)) && local[1] == 0
  }

  @inline(__always)
  static func ~= (word: StaticString, name: XMLName) -> Bool { name == word }

  @inline(__always)
  static func == (name: XMLName, word: StaticString) -> Bool {
    for i in 0..<word.utf8CodeUnitCount
    where UInt8(bitPattern: name.local[i]) != word.utf8Start[i] { return false }
    return name.local[word.utf8CodeUnitCount] == 0
  }
}

/// The attributes of an element.
struct XMLAttributes {
  let first: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  /// The bytes of an attribute's value, which end in a zero.
  @inline(__always)
  func bytes(_ word: StaticString) -> UnsafePointer<CChar>? {
    guard var at = first else { return nil }
    while let name = at[0] {
      if XMLName(name) == word { return at[1] }
      at += 2
    }
    return nil
  }

  subscript(_ word: StaticString) -> String? {
    bytes(word).map { String(cString: $0) }
  }

  func integer(_ word: StaticString) -> Int? { self[word].flatMap { Int($0) } }

  /// Whether an attribute says yes.
  func isTrue(_ word: StaticString) -> Bool {
    self[word].map { $0 == "1" || $0 == "true" } ?? false
  }
}

/// Reads an XML file of an archive with expat.
///
/// Declarations of a document type are refused, and entities with them: no workbook has any, and they
/// are how a small file becomes an endless one.
enum XMLStream {
  private static let blockSize = 1 << 16
  /// A tag longer than this is none of a workbook's.
  private static let longestTag = 8 << 20

  private struct Context {
    let handler: Unmanaged<XMLHandler>
    let parser: XML_Parser
    let name: String
    var depth = 0
  }

  static func read(
    _ member: ZipMember, of file: String, _ handler: XMLHandler
  ) throws(Diagnostic) {
    try read(of: file, handler) { room, count throws(Diagnostic) in
      try member.read(into: room, count)
    }
  }

  /// Reads what gives its bytes piece by piece, none at the end.
  static func read(
    of file: String, _ handler: XMLHandler,
    _ next: (UnsafeMutablePointer<UInt8>, Int) throws(Diagnostic) -> Int
  ) throws(Diagnostic) {
    guard let parser = XML_ParserCreate(nil) else {
      throw FormatProblem.damaged.diagnostic(at: file)
    }
    defer { XML_ParserFree(parser) }
    var context = Context(
      handler: Unmanaged.passUnretained(handler), parser: parser, name: file)
    try withUnsafeMutablePointer(to: &context) { context throws(Diagnostic) in
      XML_SetUserData(parser, context)
      setHandlers(parser)
      var fed = 0
      while true {
        guard let room = XML_GetBuffer(parser, Int32(blockSize)) else {
          throw FormatProblem.damaged.diagnostic(at: file)
        }
        let got = try next(room.assumingMemoryBound(to: UInt8.self), blockSize)
        fed += got
        let status = XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0)
        if let failure = handler.failure { throw failure }
        let isStuck = fed - Int(XML_GetCurrentByteIndex(parser)) > longestTag
        guard status == XML_STATUS_OK, !isStuck else {
          throw FormatProblem.damaged.diagnostic(at: file)
        }
        if got == 0 { return }
      }
    }
  }

  private static func setHandlers(_ parser: XML_Parser) {
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name else { return }
        let context = data.assumingMemoryBound(to: Context.self)
        context.pointee.depth += 1
        if context.pointee.depth > 200 { return XMLStream.stop(context, .damaged) }
        context.pointee.handler._withUnsafeGuaranteedRef { handler in
          handler.start(XMLName(name), XMLAttributes(first: attributes))
          if handler.hasFailed { XML_StopParser(context.pointee.parser, 0) }
        }
      },
      { data, name in
        guard let data, let name else { return }
        let context = data.assumingMemoryBound(to: Context.self)
        context.pointee.depth -= 1
        context.pointee.handler._withUnsafeGuaranteedRef { handler in
          handler.end(XMLName(name))
          if handler.hasFailed { XML_StopParser(context.pointee.parser, 0) }
        }
      })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let data, let text, count > 0 else { return }
      let context = data.assumingMemoryBound(to: Context.self)
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { text in
        context.pointee.handler._withUnsafeGuaranteedRef {
          $0.text(Bytes(start: text, count: Int(count)))
        }
      }
    }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data else { return }
      XMLStream.stop(data.assumingMemoryBound(to: Context.self), .entities)
    }
  }

  private static func stop(_ context: UnsafeMutablePointer<Context>, _ problem: FormatProblem) {
    context.pointee.handler._withUnsafeGuaranteedRef {
      $0.failure = problem.diagnostic(at: context.pointee.name)
    }
    XML_StopParser(context.pointee.parser, 0)
  }
}
