/// What changes in a notebook: outputs, figures and the list of files, and no byte beside them.
struct NotebookEdits {
  private let text: NotebookText
  private let lineEnd: String
  private var edits: [(range: Range<Int>, bytes: [UInt8])] = []

  init(_ text: NotebookText) {
    self.text = text
    lineEnd = text.lineEnd
  }

  /// Puts an output in place of the one below a cell, or below the cell if there is none.
  mutating func put(_ marker: OutputMarker, _ body: OutputBody, below cell: NotebookCell) {
    if let old = cell.output, old.marker == marker, old.body == body.text { return }
    let content = body.text.isEmpty ? "\n" : "\n\n" + body.text + "\n\n"
    let output = marker.text + content + OutputMarker.closing
    if let old = cell.output {
      replace(old.range, output)
    } else if let place = cell.outputPlace {
      replace(place..<place, (cell.needsLineEnd ? "\n\n" : "\n") + output + "\n")
    }
  }

  mutating func remove(_ region: OutputRegion) { replace(region.range, "") }

  /// Puts a figure behind the span that names it.
  mutating func put(_ figure: String, source: ContentHash, for value: InlineValue) {
    let body = ContentHash(of: [figure])
    replace(
      value.range, "\(InlineValue.opening)\(source) \(body) -->\(figure)\(InlineValue.closing)")
  }

  /// Puts the list of files in place of the one that is there, or at the end; copies of it go.
  mutating func put(_ listing: InputListing, in regions: [Notebook.ListingRegion]) {
    for region in regions.dropFirst() { replace(region.range, "") }
    if let region = regions.first {
      let new = listing.inputs.isEmpty ? "" : listing.text(lineEnd: lineEnd)
      if text.string(region.range) != new { replace(region.range, new) }
    } else if !listing.inputs.isEmpty {
      let end = text.bytes.count
      let isEnded = text.bytes.last == 10 || text.bytes.last == 13
      replace(end..<end, (isEnded ? "\n" : "\n\n") + listing.text(lineEnd: "\n") + "\n")
    }
  }

  private mutating func replace(_ range: Range<Int>, _ new: String) {
    let plain = new.replacing("\r\n", with: "\n")
    let ended = lineEnd == "\n" ? plain : plain.replacing("\n", with: lineEnd)
    edits.append((range, Array(ended.utf8)))
  }

  /// The edits in the order of their places; where two stand at one place, the first that was put comes first.
  private var ordered: [(range: Range<Int>, bytes: [UInt8])] {
    let sorted = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var result: [(range: Range<Int>, bytes: [UInt8])] = []
    var place = 0
    for (_, edit) in sorted where edit.range.lowerBound >= place {
      result.append(edit)
      place = edit.range.upperBound
    }
    return result
  }

  /// The text with everything in place.
  var bytes: [UInt8] {
    var result: [UInt8] = []
    var place = 0
    for edit in ordered {
      result += text.bytes[place..<edit.range.lowerBound] + edit.bytes
      place = edit.range.upperBound
    }
    return result + text.bytes[place...]
  }

  /// How far what stands behind each edit has moved.
  var moves: [RunOutcome.Move] {
    var distance = 0
    return ordered.map { edit in
      distance += edit.bytes.count - edit.range.count
      return RunOutcome.Move(start: edit.range.upperBound, distance: distance)
    }
  }
}
