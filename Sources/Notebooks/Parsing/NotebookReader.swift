internal import Diagnostics

/// Finds the parts of a notebook.
struct NotebookReader {
  let text: NotebookText
  let name: String
  private(set) var frontMatter: FrontMatter
  private(set) var cells: [NotebookCell] = []
  private(set) var strays: [OutputRegion] = []
  private(set) var values: [InlineValue] = []
  private(set) var listings: [Notebook.ListingRegion] = []
  private(set) var blocks: [MarkdownBlock] = []
  private(set) var problems: [Diagnostic] = []

  init(_ text: NotebookText, named name: String) {
    self.text = text
    self.name = name
    frontMatter = FrontMatter(text, named: name, problems: &problems)
  }

  mutating func read() {
    let start = frontMatter.lineCount
    let first = start < text.lines.count ? text.lines[start].lowerBound : text.bytes.count
    let skipped = start == 0 ? text.markLength : 0
    blocks = MarkdownTree(text.bytes[(first + skipped)...]).blocks.map { block in
      var block = block
      block.start += start
      block.end += start
      block.texts = block.texts.map {
        MarkdownBlock.Line(
          lines: $0.lines.lowerBound + start..<$0.lines.upperBound + start,
          codeSpans: $0.codeSpans, comments: $0.comments)
      }
      return block
    }
    readBlocks()
    nameCells()
    readValues()
  }

  // MARK: Cells and outputs

  private mutating func readBlocks() {
    var index = 0
    // The cell that the block before was.
    var cell: Int?
    while index < blocks.count {
      let block = blocks[index]
      index += 1
      switch block.kind {
      case .code(let info, let code, let fence):
        cell = addCell(block, info, code, fence)
      case .html(let literal):
        let trimmed = Self.trimmed(literal)
        if trimmed.hasPrefix(OutputMarker.opening) {
          index = addOutput(from: index - 1, literal: literal, below: cell)
        } else if trimmed.hasPrefix(OutputMarker.closing) {
          // What stands above it may be the output of the last cell: no other is written there.
          let isOutputless = cells.last.map { $0.output == nil } ?? false
          damaged(
            at: block.start + 1, isOutputless ? cells.count - 1 : nil, Self.strayClosing)
        } else if trimmed.hasPrefix(InputListing.opening) {
          addListing(block)
        }
        cell = nil
      default: cell = nil
      }
    }
  }

  private static func trimmed(_ literal: String) -> Substring {
    literal.drop { $0.isWhitespace }
  }

  private mutating func addCell(
    _ block: MarkdownBlock, _ info: String, _ code: String, _ fence: MarkdownBlock.Fence
  ) -> Int? {
    let words = InfoString(info)
    guard let kind = NotebookCell.Kind(rawValue: words.language) else { return nil }
    let location = SourceLocation(file: name, line: block.start + 1)
    var problem: Diagnostic?
    var options: CellOptions?
    do throws(Diagnostic) {
      options = try CellOptions(words, at: location)
    } catch {
      problem = error
    }
    if options?.isSkipped == true { return nil }
    let isClosed = isClosed(block, fence)
    if !isClosed {
      problem = Diagnostic(
        .error, "notebook-fence", at: location, "the cell is never closed",
        because: "everything below it is taken for its code",
        fixes: [
          "end it with a line of "
            + String(repeating: Character(UnicodeScalar(fence.sign)), count: fence.length)
        ])
    }
    let last = min(block.end, text.lines.count) - 1
    let end = text.lines.indices.contains(last) ? text.lines[last].upperBound : text.bytes.count
    let hasLineEnd = end > 0 && (text.bytes[end - 1] == 10 || text.bytes[end - 1] == 13)
    cells.append(
      NotebookCell(
        kind: kind, options: options ?? CellOptions(), text: code, line: block.start + 1,
        end: end, outputPlace: isClosed ? end : nil, needsLineEnd: !hasLineEnd, problem: problem,
        info: info))
    return cells.count - 1
  }

  /// Whether the last line of a block of code is its closing fence: at most three blanks, the same sign
  /// at least as often, and nothing more.
  private func isClosed(_ block: MarkdownBlock, _ fence: MarkdownBlock.Fence) -> Bool {
    guard block.end - block.start > 1 else { return false }
    var line = text.content(block.end - 1)
    let indent = line.prefix { $0 == 32 }.count
    line = line.dropFirst(indent)
    let signs = line.prefix { $0 == fence.sign }.count
    return indent < 4 && signs >= fence.length
      && line.dropFirst(signs).allSatisfy { $0 == 32 || $0 == 9 }
  }

  /// Takes an output from its first marker on; gives the block behind it.
  private mutating func addOutput(from index: Int, literal: String, below cell: Int?) -> Int {
    let block = blocks[index]
    let start = text.lines[block.start].lowerBound
    let end = min(block.end, text.lines.count)
    let bytes = text.bytes[start..<(end > 0 ? text.lines[end - 1].upperBound : start)]
    guard let open = bytes.firstRange(of: Array(OutputMarker.opening.utf8))?.lowerBound,
      let bodyStart = text.bytes[open..<bytes.endIndex].firstRange(of: Array("-->".utf8))?
        .upperBound,
      let (close, next) = closing(after: index, from: bodyStart, within: bytes.endIndex),
      let marker = OutputMarker(text.string(open..<bodyStart))
    else {
      damaged(at: block.start + 1, cell)
      return index + 1
    }
    let region = OutputRegion(
      range: open..<close + OutputMarker.closing.utf8.count,
      marker: marker,
      body: OutputBody.plain(text.string(bodyStart..<close)), line: block.start + 1)
    if let cell {
      cells[cell].output = region
    } else {
      strays.append(region)
    }
    return next
  }

  /// Where the last marker of an output begins, and the block behind it.
  private func closing(
    after index: Int, from start: Int, within end: Int
  ) -> (place: Int, next: Int)? {
    let closing = Array(OutputMarker.closing.utf8)
    if let same = text.bytes[start..<end].firstRange(of: closing) {
      return (same.lowerBound, index + 1)
    }
    for next in blocks.indices.dropFirst(index + 1) {
      guard case .html(let literal) = blocks[next].kind else { continue }
      let trimmed = Self.trimmed(literal)
      if trimmed.hasPrefix(OutputMarker.opening) { return nil }
      guard trimmed.hasPrefix(OutputMarker.closing),
        text.lines.indices.contains(blocks[next].start)
      else { continue }
      let line = text.lines[blocks[next].start]
      guard let place = text.bytes[line].firstRange(of: closing) else { continue }
      return (place.lowerBound, next + 1)
    }
    return nil
  }

  private static let damagedMarkers = (
    message: "the markers of the output that begins here are damaged",
    reason: "the first cannot be read, or the last, \(OutputMarker.closing), is missing"
  )
  private static let strayClosing = (
    message: "the marker of the end of an output closes none",
    reason: "the first marker, \(OutputMarker.opening)… -->, is missing"
  )

  private mutating func damaged(
    at line: Int, _ cell: Int?,
    _ words: (message: String, reason: String) = Self.damagedMarkers
  ) {
    let problem = Diagnostic(
      .error, "notebook-marker", at: SourceLocation(file: name, line: line), words.message,
      because: words.reason,
      fixes: [
        "put them back as they were", "remove the output with its markers: it is written again",
      ])
    if let cell { cells[cell].outputPlace = nil }
    if let cell, cells[cell].problem == nil {
      cells[cell].problem = problem
    } else {
      problems.append(problem)
    }
  }

  private mutating func addListing(_ block: MarkdownBlock) {
    let start = text.lines[block.start].lowerBound
    let last = min(block.end, text.lines.count) - 1
    let bytes = text.bytes[start..<text.lines[last].upperBound]
    guard let open = bytes.firstRange(of: Array(InputListing.opening.utf8)) else { return }
    let close = bytes[open.upperBound...].firstRange(of: Array("-->".utf8))
    let range = open.lowerBound..<(close?.upperBound ?? endOfListing(from: block.start))
    let listing = close == nil ? nil : InputListing(text.string(range))
    if listing == nil {
      problems.append(
        Diagnostic(
          .error, "notebook-marker", at: SourceLocation(file: name, line: block.start + 1),
          "the list of files cannot be read", because: "somebody changed it",
          fixes: ["write it again   nyckeltal notebook run"]))
    }
    listings.append(
      Notebook.ListingRegion(range: range, listing: listing ?? InputListing()))
  }

  /// Where a list ends that is never closed: behind the last of its lines that is one of a list.
  private func endOfListing(from start: Int) -> Int {
    var line = start
    while text.lines.indices.contains(line + 1),
      InputListing.isEntry(String(decoding: text.content(line + 1), as: UTF8.self))
    { line += 1 }
    var end = text.lines[line].upperBound
    while end > text.lines[line].lowerBound, [10, 13].contains(text.bytes[end - 1]) { end -= 1 }
    return end
  }

  // MARK: Names

  private mutating func nameCells() {
    var first: [String: Int] = [:]
    for index in cells.indices {
      var label = cells[index].options.name ?? "cell-" + cells[index].hash.description.prefix(8)
      if let line = first[label] {
        if cells[index].options.name != nil, cells[index].problem == nil {
          cells[index].problem = Diagnostic(
            .error, "notebook-name", at: SourceLocation(file: name, line: cells[index].line),
            "two cells are called '\(label)'", because: "the first begins on line \(line)",
            fixes: ["give one of them another name"])
        }
        var number = 2
        while first["\(label)-\(number)"] != nil { number += 1 }
        label = "\(label)-\(number)"
      }
      first[label] = cells[index].line
      cells[index].label = label
    }
  }

  // MARK: Figures between words

  private mutating func readValues() {
    let names = Set(cells.compactMap(\.options.name))
    let outputs = cells.compactMap { $0.output?.range } + strays.map(\.range)
    for line in blocks.flatMap(\.texts) {
      // Where figures begin and end is not known, none is touched.
      guard !tellStrayClosing(in: line, outside: outputs) else { continue }
      guard
        line.codeSpans.contains(where: {
          ValueReference($0).map(\.cell).map(names.contains) == true
        }),
        let last = text.lines.indices.contains(line.lines.upperBound - 1)
          ? line.lines.upperBound - 1 : nil
      else { continue }
      let range = text.lines[line.lines.lowerBound].lowerBound..<text.lines[last].upperBound
      guard !outputs.contains(where: { $0.overlaps(range) }) else { continue }
      let spans = CodeSpans.find(in: text, range)
      // Where both do not see the same spans, none is touched.
      guard spans.map(\.text) == line.codeSpans else { continue }
      for span in spans {
        guard let reference = ValueReference(span.text), names.contains(reference.cell) else {
          continue
        }
        addValue(reference, span.range, within: range)
      }
    }
  }

  /// Tells of a paragraph in which more figures end than begin; whether it is one.
  private mutating func tellStrayClosing(
    in line: MarkdownBlock.Line, outside outputs: [Range<Int>]
  ) -> Bool {
    let opening = InlineValue.opening
    let begun = line.comments.count { $0.hasPrefix(opening) }
    guard line.comments.count(where: { $0 == InlineValue.closing }) > begun,
      text.lines.indices.contains(line.lines.lowerBound)
    else { return false }
    let start = text.lines[line.lines.lowerBound].lowerBound
    guard !outputs.contains(where: { $0.contains(start) }) else { return false }
    let place = line.lines.first { number in
      let content = text.content(number)
      return content.contains(Array(InlineValue.closing.utf8))
        && !content.contains(Array(opening.utf8))
    }
    problems.append(
      Diagnostic(
        .error, "notebook-marker",
        at: SourceLocation(file: name, line: (place ?? line.lines.lowerBound) + 1),
        "the marker of the end of a figure closes none",
        because: "the first marker, \(opening)… -->, is missing",
        fixes: ["remove it with the figure: it is written again"]))
    return true
  }

  private mutating func addValue(
    _ reference: ValueReference, _ span: Range<Int>, within range: Range<Int>
  ) {
    let end = span.upperBound
    var value = InlineValue(
      reference: reference, line: text.lineNumber(at: span.lowerBound), span: span, range: end..<end
    )
    let rest = text.bytes[end..<range.upperBound]
    let opening = Array(InlineValue.opening.utf8)
    if rest.starts(with: opening) {
      // Two hashes with a blank between them, and the end of the comment.
      let mark = end + opening.count + 33 + 4
      let words = text.string(end + opening.count..<min(mark, range.upperBound))
        .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let closing = Array(InlineValue.closing.utf8)
      guard words.count == 3, words[2] == "-->", let source = ContentHash(words[0]),
        let body = ContentHash(words[1]),
        let close = text.bytes[mark..<range.upperBound].firstRange(of: closing),
        !text.bytes[mark..<close.lowerBound].contains(opening)
      else {
        problems.append(
          Diagnostic(
            .error, "notebook-marker", at: SourceLocation(file: name, line: value.line),
            "the markers of the figure that begins here are damaged",
            fixes: ["remove them with the figure: it is written again"]))
        return
      }
      value.marker = InlineValue.Marker(source: source, body: body)
      value.text = text.string(mark..<close.lowerBound)
      value.range = end..<close.upperBound
    }
    values.append(value)
  }
}

extension Collection<UInt8> {
  fileprivate func contains(_ bytes: [UInt8]) -> Bool { firstRange(of: bytes) != nil }

  /// Where some bytes stand first.
  func firstRange(of bytes: [UInt8]) -> Range<Index>? {
    guard let first = bytes.first else { return nil }
    var place = startIndex
    while let found = self[place...].firstIndex(of: first) {
      if self[found...].starts(with: bytes) {
        return found..<index(found, offsetBy: bytes.count)
      }
      place = index(after: found)
    }
    return nil
  }
}
