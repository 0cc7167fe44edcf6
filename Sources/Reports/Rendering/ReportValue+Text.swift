internal import Labels

extension ReportValue {
  /// The value as a reader sees it.
  func shown(_ language: Language, _ style: NumberStyle) -> String {
    switch self {
    case .none: "–"
    case .text(let label): label[language]
    case .code(let code): code
    case .count(let count): style.text(Double(count), decimals: 0)
    case .number(let value, let decimals): style.text(value, decimals: decimals)
    case .share(let share, let decimals):
      style.text(share * 100, decimals: decimals) + style.percentSign
    case .points(let share, let decimals): style.signed(share * 100, decimals: decimals)
    case .flag(let flag):
      flag ? Label("ja", "yes")[language] : Label("nej", "no")[language]
    }
  }

  /// Whether there is anything to read; a column without it is not shown.
  var hasContent: Bool {
    switch self {
    case .none: false
    case .text(let label): label.swedish != "–" && !label.isEmpty
    default: true
    }
  }

  /// Whether readers expect the value at the right edge of its column.
  var isNumeric: Bool {
    switch self {
    case .count, .number, .share, .points: true
    case .none, .text, .code, .flag: false
    }
  }
}
