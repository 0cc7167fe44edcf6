internal import CYaml

/// Reads the events of libyaml into nodes.
package final class YAMLReader {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private var anchors: [String: (node: YAMLNode, height: Int)] = [:]
  /// How many lists and mappings are open.
  private var depth = 0
  /// How many lists and mappings lie in each other in the node that was read last.
  private var height = 0

  /// How deep lists and mappings may be nested, aliases followed. Definitions need less than ten; without
  /// a bound a file of nothing but brackets would use up the stack.
  static let deepest = 100

  /// The only document in a text of UTF-8; `nil` if there is none.
  package static func read(_ text: String) throws(YAMLError) -> YAMLNode? {
    let bytes = Array(text.utf8)
    if bytes.isEmpty { return nil }
    let result = bytes.withUnsafeBufferPointer { bytes in
      Result { () throws(YAMLError) in try YAMLReader(bytes).document() }
    }
    return try result.get()
  }

  /// - Precondition: The bytes stay where they are as long as the reader lives.
  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    event = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event.initialize(to: yaml_event_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  private func document() throws(YAMLError) -> YAMLNode? {
    try next()
    try next()
    if event.pointee.type == YAML_STREAM_END_EVENT { return nil }
    try next()
    let root = try node()
    try next()
    try next()
    guard event.pointee.type == YAML_STREAM_END_EVENT else {
      throw YAMLError(problem: "but found another document", mark: mark)
    }
    return root
  }

  // MARK: Events

  private func next() throws(YAMLError) {
    yaml_event_delete(event)
    if yaml_parser_parse(parser, event) == 1 { return }
    let problem: UnsafePointer<CChar>? = parser.pointee.problem
    let hasMark = [YAML_SCANNER_ERROR, YAML_PARSER_ERROR].contains(parser.pointee.error)
    throw YAMLError(
      problem: problem.map { String(cString: $0) } ?? "not valid YAML",
      mark: hasMark ? Self.mark(parser.pointee.problem_mark) : nil)
  }

  private var mark: YAMLNode.Mark { Self.mark(event.pointee.start_mark) }

  private static func mark(_ mark: yaml_mark_t) -> YAMLNode.Mark {
    YAMLNode.Mark(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }

  // MARK: Nodes

  /// The node that begins with the current event, up to its last event.
  private func node() throws(YAMLError) -> YAMLNode {
    let (mark, data) = (mark, event.pointee.data)
    if depth >= Self.deepest { throw tooDeep }
    depth += 1
    defer { depth -= 1 }
    let anchor: String?
    let content: YAMLNode.Content
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      anchor = Self.name(data.scalar.anchor)
      height = 0
      let bytes = UnsafeBufferPointer<UInt8>(
        start: data.scalar.value, count: Int(data.scalar.length))
      content = .scalar(
        String(decoding: bytes, as: UTF8.self),
        isPlain: data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      anchor = Self.name(data.sequence_start.anchor)
      content = .sequence(try values(until: YAML_SEQUENCE_END_EVENT))
    case YAML_MAPPING_START_EVENT:
      anchor = Self.name(data.mapping_start.anchor)
      content = .mapping(try pairs(try values(until: YAML_MAPPING_END_EVENT)))
    case YAML_ALIAS_EVENT:
      if let name = Self.name(data.alias.anchor), let known = anchors[name] {
        if depth + known.height > Self.deepest { throw tooDeep }
        height = known.height
        return known.node
      }
      throw YAMLError(problem: "found undefined alias", mark: mark)
    default: throw YAMLError(problem: "not valid YAML", mark: mark)
    }
    let node = YAMLNode(content: content, mark: mark)
    if let anchor { anchors[anchor] = (node, height) }
    return node
  }

  private var tooDeep: YAMLError {
    YAMLError(problem: "nested more than \(Self.deepest) deep", mark: mark)
  }

  private func values(until end: yaml_event_type_t) throws(YAMLError) -> [YAMLNode] {
    var values: [YAMLNode] = []
    var tallest = 0
    try next()
    while event.pointee.type != end {
      values.append(try node())
      tallest = max(tallest, height)
      try next()
    }
    height = tallest + 1
    return values
  }

  /// Keys and values that follow each other; no text may stand twice as a key.
  private func pairs(
    _ values: [YAMLNode]
  ) throws(YAMLError) -> [(key: YAMLNode, value: YAMLNode)] {
    var first: [String: YAMLNode.Mark] = [:]
    var pairs: [(key: YAMLNode, value: YAMLNode)] = []
    for place in stride(from: 0, to: values.count - 1, by: 2) {
      let key = values[place]
      if let text = key.scalar {
        if let mark = first[text] {
          throw YAMLError(problem: "the key '\(text)' stands twice", mark: mark)
        }
        first[text] = key.mark
      }
      pairs.append((key, values[place + 1]))
    }
    return pairs
  }

  private static func name(_ bytes: UnsafeMutablePointer<UInt8>?) -> String? {
    bytes.map { String(cString: $0) }
  }
}
