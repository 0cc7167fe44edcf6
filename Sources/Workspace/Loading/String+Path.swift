extension String {
  /// The path of a file or folder in this folder, with one slash where there are several, and none at the
  /// end.
  func appending(path name: String) -> String {
    let path = isEmpty ? name : self + "/" + name
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }

  /// The name of a file without what stands behind its last point.
  var withoutPathExtension: String {
    guard let point = lastIndex(of: "."), point != startIndex else { return self }
    return String(self[..<point])
  }
}
