internal import ArgumentParser
internal import Diagnostics

/// The formats that a command can write.
protocol FileFormat: CaseIterable, Equatable, RawRepresentable<String> {
  /// How the names of its files end, without the point and in lower case; the usual ending first.
  var endings: [String] { get }
}

extension FileFormat {
  /// The format that the name of a file means by its ending; `nil` where it has none of the known ones.
  static func named(by path: String?) -> Self? {
    guard let ending = path.flatMap(ending) else { return nil }
    return allCases.first { $0.endings.contains(ending) }
  }

  /// Refuses a file whose ending means something else than the format that an option asks for.
  ///
  /// - Parameters:
  ///   - asked: The format, if one was asked for.
  ///   - option: How it was asked for, such as `--format csv`.
  ///   - path: The file.
  /// - Throws: A validation error that says how to mend it.
  static func refuseContradiction(
    between asked: Self?, _ option: @autoclosure () -> String, and path: String?
  ) throws {
    guard let path, let asked, let meant = named(by: path), meant != asked else { return }
    throw ValidationError(
      "\(option()) does not fit '\(fileName(path))', which means \(meant.rawValue): leave the option "
        + "out, or let the name end with .\(asked.endings[0])")
  }

  /// Refuses a file whose ending means no format, where no format was asked for.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - isFolder: Whether it is a folder unless its ending looks like a mistyped format.
  /// - Throws: A validation error with the ending that may be meant, or those that there are.
  static func refuseUnknownEnding(of path: String?, orFolder isFolder: Bool = false) throws {
    guard let path, let ending = ending(path), named(by: path) == nil else { return }
    let known = allCases.flatMap(\.endings)
    let usual = allCases.map { ".\($0.endings[0])" }.joined(separator: ", ")
    let meant = nearest(to: ".\(ending)", in: known.map { ".\($0)" })
    if isFolder, meant == nil || ending.count < 3 || Terminal.isFolder(path) { return }
    let hint = meant ?? "known: \(usual)"
    throw ValidationError(
      "no format is known by the ending '.\(ending)' of '\(fileName(path))'; \(hint)")
  }

  private static func fileName(_ path: String) -> Substring {
    path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
  }

  /// What stands behind the last point of a file's name: letters and digits, a letter first. Dates and
  /// numbers in a name are no endings.
  private static func ending(_ path: String) -> String? {
    let name = fileName(path)
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return nil }
    let ending = name[name.index(after: point)...]
    let isEnding =
      (1...8).contains(ending.count) && ending.first?.isLetter == true
      && ending.allSatisfy { $0.isLetter || $0.isNumber }
    return isEnding ? ending.lowercased() : nil
  }
}
