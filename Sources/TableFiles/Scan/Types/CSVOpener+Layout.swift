internal import Diagnostics

extension CSVOpener {
  /// Finds the fields of a text and its first row.
  func layout(
    _ decoded: Decoded, _ problems: inout ProblemList
  ) throws -> (CSVContent, HeaderRow, CSVDialect) {
    var length = sampling.head
    while true {
      let size = decoded.store.size ?? Int.max
      let end = min(size, decoded.start + length)
      let found = try decoded.store.withBytes(min(decoded.start, end)..<end) { head in
        let isWhole = head.count < length || decoded.start + head.count == size
        return try layout(decoded, head, isWhole: isWhole, &problems)
      }
      if let found { return found }
      guard length < 1 << 30 else { throw ScanProblem.longRecord.diagnostic(at: raw.name) }
      length *= 4
    }
  }

  /// `nil` if the first row does not end in the head.
  private func layout(
    _ decoded: Decoded, _ head: Bytes, isWhole: Bool, _ problems: inout ProblemList
  ) throws -> (CSVContent, HeaderRow, CSVDialect)? {
    let layout = CSVLayout(head, options)
    guard let first = layout.firstRow(in: head, options) else {
      throw CSVProblem.empty.diagnostic(at: raw.name)
    }
    if !isWhole, first.end + 1 >= head.count || !first.problems.isEmpty { return nil }
    try throwFirstFault(first, decoded, head)
    layout.note(first, in: &problems)
    let text = CSVContent(
      raw: raw, store: decoded.store,
      shape: RecordIndex.Shape(
        delimiter: layout.delimiter, width: first.record.fields.count),
      bodyStart: decoded.start, start: decoded.start + layout.start, firstLine: layout.line,
      firstEnd: decoded.start + first.rest.position, firstEndLine: first.rest.line,
      partSize: partSize, encoding: decoded.encoding, isEncodingSure: decoded.isSure,
      decodingFault: decoded.fault)
    let header = HeaderRow(
      first.record, in: Bytes(rebasing: head[..<first.rest.position]),
      isSure: layout.title != nil || first.describing != nil, options)
    return (
      text, header, layout.dialect(of: head, decoded.encoding, hasMark: decoded.hasMark)
    )
  }

  private func throwFirstFault(
    _ first: CSVLayout.FirstRow, _ decoded: Decoded, _ head: Bytes
  ) throws {
    let invalid =
      UTF8Scan.firstInvalid(head, 0..<first.end)
      ?? decoded.fault?.value.flatMap { $0 < first.end ? $0 : nil }
    var found = first.problems.sorted.first
    if let invalid, invalid <= found?.offset ?? invalid {
      found = PlacedProblem(offset: invalid, problem: .invalidBytes(decoded.encoding))
    }
    guard let found else { return }
    if faults == .told { throw ScanFault.malformed }
    var lines = LineCounter(decoded.store, from: decoded.start)
    throw found.problem.diagnostic(
      at: try lines.location(of: decoded.start + found.offset), value: found.value)
  }
}
