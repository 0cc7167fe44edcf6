internal import Labels

extension ApprovedCell {
  /// What names a row by this cell.
  var name: String? {
    if let members { return members.map { $0.id ?? $0.label.sv }.joined(separator: "+") }
    if let code { return code }
    // Words that state figures change with them.
    return facts == nil ? text?.sv : nil
  }

  /// What readers see of it.
  var label: Label? {
    if let members {
      return Label(
        members.map(\.label.sv).joined(separator: "; "),
        members.map(\.label.en).joined(separator: "; "))
    }
    return text?.label ?? code.map { Label(same: $0) }
  }

  /// Whether it, or a fact in its words, is withheld.
  var isWithheld: Bool { withheld != nil || facts?.contains(where: \.isWithheld) ?? false }

  /// What it states to readers who see a side of it: figures and members. Words around them and ids of
  /// sources state nothing.
  fileprivate func statement(_ aspect: String? = nil) -> [Statement] {
    if let members {
      return members.map {
        Statement(member: $0.id ?? $0.label.sv, marks: $0.marks?.filter(\.matters) ?? [])
      }
    }
    if let facts { return facts.flatMap { $0.statement() } }
    guard kind != nil else { return [] }
    switch aspect {
    case "interval": return interval.map { [Statement(interval: $0, marks: [])] } ?? []
    case "base": return base.map { [Statement(base: $0, marks: [])] } ?? []
    default:
      return [
        Statement(
          value: value, unit: unit?.id, base: base, interval: interval,
          marks: marks?.filter(\.matters) ?? [])
      ]
    }
  }

  /// What readers see of it who see a side of it.
  private func label(_ aspect: String?) -> Label? {
    func words(_ text: (Language) -> String) -> Label { Label(text(.swedish), text(.english)) }
    func number(_ value: Double, _ language: Language) -> String {
      NumberStyle(language).text(value, upTo: 1)
    }
    switch aspect {
    case "interval" where kind != nil:
      guard let interval else { return nil }
      return words { "\(number(interval.lower, $0))–\(number(interval.upper, $0))" }
    case "base" where kind != nil:
      guard let part = base?.part, let whole = base?.whole else { return nil }
      return words { language in
        let of = Label("av", "of")[language]
        return "\(number(part, language)) \(of) \(number(whole, language))"
      }
    default: return label
    }
  }

  fileprivate struct Statement: Hashable {
    var member: String?
    var value: Scalar?
    var unit: String?
    var base: Base?
    var interval: Interval?
    var marks: [Mark]
  }

  /// Whether two cells state different things. What was and is withheld states nothing.
  static func differ(
    _ before: ApprovedCell?, _ now: ApprovedCell?, as aspect: String?
  ) -> Bool {
    let wasWithheld = before?.isWithheld ?? false
    let isWithheld = now?.isWithheld ?? false
    guard wasWithheld == isWithheld else { return true }
    return !isWithheld && before?.statement(aspect) ?? [] != now?.statement(aspect) ?? []
  }

  /// What readers are told of two cells that differ. Of one that was withheld, or is now, no earlier
  /// figure is told: it would show how few stood behind it.
  static func shown(
    _ before: ApprovedCell?, _ now: ApprovedCell?, as aspect: String?
  ) -> (before: Label, now: Label) {
    typealias Words = ApprovalComparison.Words
    if now?.isWithheld == true { return (Words.wasShown, Words.isWithheld) }
    let current = now?.label(aspect) ?? Words.nothing
    if before?.isWithheld == true { return (Words.wasWithheld, current) }
    let earlier = before?.label(aspect) ?? Words.nothing
    guard earlier == current else { return (earlier, current) }
    // The figures look the same: what stands behind them differs.
    return (before?.detailed ?? earlier, now?.detailed ?? current)
  }

  /// The text with value, base, interval and marks as they are.
  private var detailed: Label {
    let details = statement().flatMap(\.details)
    guard let label, !details.isEmpty else { return label ?? ApprovalComparison.Words.nothing }
    let list = details.joined(separator: ", ")
    return Label("\(label.swedish) (\(list))", "\(label.english) (\(list))")
  }
}

extension ApprovedCell.Statement {
  fileprivate var details: [String] {
    var details: [String] = []
    if case .number(let value)? = value { details.append(Self.text(value)) }
    if let base, let whole = base.whole {
      details.append([base.part, whole].compactMap { $0.map(Self.text) }.joined(separator: "/"))
    }
    if let interval {
      details.append("[\(Self.text(interval.lower)); \(Self.text(interval.upper))]")
    }
    return details + marks.map(\.mark)
  }

  private static func text(_ value: Double) -> String {
    Int64(exactly: value).map { String($0) } ?? String(value)
  }
}

extension ApprovedCell.Mark {
  /// Whether it says something of the figure, and not only of how a document words it.
  fileprivate var matters: Bool { mark != "qualified" && mark != "interpreted" }
}
