internal import Labels
internal import Workspace

extension [TableContext] {
  /// A table of one unit and year.
  static func about(_ unit: UnitContents?, in year: Int) -> [TableContext] {
    let year = TableContext(.year, Member(String(year), Label(same: String(year))))
    return [unit.map { TableContext(.unit, Member($0.id, $0.label)) }, year].compactMap(\.self)
  }
}

extension LoadedWorkspace {
  /// The unit whose folder a table or case log lies in.
  func unit(ofTable name: String) -> UnitContents? { unit(String(name.prefix { $0 != "/" })) }
}
