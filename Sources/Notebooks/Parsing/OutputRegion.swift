/// An output as it stands in a notebook, from its first marker to its last.
struct OutputRegion: Hashable, Sendable {
  /// Its bytes, both markers with them.
  var range: Range<Int>
  /// What it was made from.
  var marker: OutputMarker
  /// What stands between the markers, with plain line ends and none around it.
  var body: String
  /// The line of the first marker, from 1.
  var line: Int
}

/// A figure behind a span of code that names it.
struct InlineValue: Hashable, Sendable {
  /// What stands in the comment before the figure.
  struct Marker: Hashable, Sendable {
    var source: ContentHash
    var body: ContentHash
  }

  static let opening = "<!-- nyckeltal:value "
  static let closing = "<!-- /nyckeltal:value -->"

  /// What is asked for: a cell, at most a row, a column and at most a format.
  var reference: ValueReference
  /// The line, from 1.
  var line: Int
  /// The bytes of the span of code, with its signs.
  var span: Range<Int>
  /// Where the figure stands with its markers, or where it is to stand.
  var range: Range<Int>
  /// What the figure was made from, and the figure, as hashes; `nil` where there is none yet.
  var marker: Marker?
  /// The figure as it stands.
  var text = ""
}
