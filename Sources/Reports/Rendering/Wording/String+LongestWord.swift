extension String {
  /// The letters of its longest word, by which columns are made wide enough: lines break at blanks and
  /// hyphens.
  var longestWord: Int { split { " –-\n".contains($0) }.map(\.count).max() ?? 0 }
}
