public import Labels

extension Withholding {
  /// Why a figure is not shown, in as few words as fit in a cell.
  public var label: Label {
    switch self {
    case .few: Label("för få svar", "too few answers")
    case .complementary: Label("skulle röja ett annat tal", "would reveal another figure")
    case .dominance: Label("en part dominerar", "one part dominates")
    case .sensitive: Label("känslig fråga", "sensitive question")
    }
  }
}
