/// Finds the sentences that are understood and come closest to one that is not.
struct ClosestGoal {
  private let words: Set<String>
  private let figure: String

  init(_ text: String, figure: Double?) {
    words = Self.stems(text)
    // A share is at most 100 %, whatever was written: a larger figure would be no answer either.
    let figure = min(max(figure ?? 60, 0), 100)
    self.figure = figure == figure.rounded() ? String(Int(figure)) : String(figure)
  }

  /// The closest of some forms, of which `#` is the figure, and one more: those with the most words in common,
  /// and of these the first.
  func forms(of forms: [String]) -> [String] {
    let order = forms.enumerated().sorted { first, second in
      let (a, b) = (common(first.element), common(second.element))
      return a == b ? first.offset < second.offset : a > b
    }
    return order.prefix(2).map { $0.element.replacing("#", with: figure) }
  }

  private func common(_ form: String) -> Int { words.intersection(Self.stems(form)).count }

  /// Words by their first letters, so that inflection does not matter.
  private static func stems(_ text: String) -> Set<String> {
    Set(
      text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }
        .map { String($0.prefix(5)) })
  }
}
