internal import Indicators
internal import Labels
internal import Statistics

extension Assessment {
  /// The answer that the document gives in words, where no figure decides.
  var worded: Outcome? {
    outcomes.first { outcome in
      outcome.role == .answer
        && (outcome.statedStatus != nil || outcome.readStatus != nil
          || !outcome.qualifiers.isEmpty)
    }
  }
}

/// How goals and outcomes are put in words for readers.
struct GoalWords {
  /// Both languages from one composition.
  private func label(_ compose: (Language, NumberStyle) -> String) -> Label {
    Label(
      compose(.swedish, NumberStyle(.swedish)), compose(.english, NumberStyle(.english)))
  }

  /// What a goal wants: `≥ 80 verksamheter (alla; drygt)`.
  func target(_ goal: Goal, keeps base: TrendPoint?) -> Label {
    label { language, style in
      let value = goal.target.map { quantity($0, goal.measurementUnit, language) }
      var words =
        switch goal.direction {
        case .atLeast: value.map { "≥ " + $0 } ?? Label("inget tal", "no figure")[language]
        case .atMost: value.map { "≤ " + $0 } ?? Label("inget tal", "no figure")[language]
        case .increase:
          value.map { Label("ökning ≥ ", "increase ≥ ")[language] + $0 }
            ?? Label("ökning", "increase")[language]
        case .keep:
          Label("behålla", "keep")[language]
            + (base.map { " (\(quantity($0.value, nil, language)), \($0.year))" } ?? "")
        case .done: Label("genomfört", "done")[language] + (value.map { " (\($0))" } ?? "")
        case .range:
          [goal.target, goal.upperTarget].compactMap(\.self)
            .map { style.text($0, upTo: 2) }.joined(separator: "–")
            + (goal.measurementUnit.map { " " + $0.label[language] } ?? "")
        case nil:
          value ?? missing(goal)[language]
        }
      let qualifiers = goal.qualifiers.filter {
        $0 != .atLeast && $0 != .within && $0 != .upTo && $0 != .keep
      }
      if !qualifiers.isEmpty {
        words += " (" + qualifiers.map { $0.label[language] }.joined(separator: "; ") + ")"
      }
      return words
    }
  }

  private func missing(_ goal: Goal) -> Label {
    goal.measure == nil
      ? Label("inget mått", "no measure") : Label("inget gränsvärde", "no threshold")
  }

  /// What was reached: `77 av 79 granskningar`, `ca 30 arrangemang`, `pågår`.
  func outcome(_ outcome: Outcome) -> Label {
    label { language, style in
      let unit = outcome.measurementUnit?.label[language] ?? ""
      guard let value = outcome.value else {
        if let status = outcome.statedStatus ?? outcome.readStatus { return status.label[language] }
        return outcome.qualifiers.first?.label[language]
          ?? Label("i ord", "in words")[language]
      }
      var words = ""
      // A computed figure is exact, whatever word the document put before its own.
      if outcome.computed == nil, outcome.qualifiers.first == .decade {
        return outcome.qualifiers[0].label[language]
          + (outcome.measurementUnit.map { " " + $0.label[language] } ?? "")
      }
      if outcome.computed == nil, let qualifier = outcome.qualifiers.first, qualifier != .between {
        words = qualifier.label[language] + " "
      }
      if let total = outcome.total, outcome.measurementUnit?.dimension != "share" {
        words +=
          style.text(value, upTo: 2) + Label(" av ", " of ")[language]
          + style.text(total, upTo: 2) + (unit.isEmpty ? "" : " " + unit)
      } else {
        words += quantity(value, outcome.measurementUnit, language)
      }
      if outcome.computed != nil, outcome.differsFromStated, let stated = outcome.statedValue {
        words += Label(" (dok. ", " (doc. ")[language] + style.text(stated, upTo: 2) + ")"
      }
      return words
    }
  }

  /// How certain the outcome is.
  func certainty(_ assessment: Assessment) -> Label {
    switch assessment.certainty {
    case nil:
      assessment.worded == nil ? Label("–", "–") : Label("uppgift", "stated")
    case .fullCount: Label("räknat", "counted")
    case .stated: Label("uppgift", "stated")
    case .approximate: Label("ungefärlig", "approximate")
    case .survey(let base):
      label { language, style in
        var words = "\(base.answered)/\(base.invited)"
        if let probability = assessment.goalProbability {
          words = "P " + probabilityText(probability, style) + ", " + words
        }
        if let interval = try? base.nearCensus?.interval() {
          words += ", " + PercentSpan.words(interval.shares)[language]
        }
        return words
      }
    }
  }

  /// The change since the year before: `+8,6 % (+4 563)`.
  func trend(_ assessment: Assessment) -> Label {
    guard let change = assessment.trend?.change(to: assessment.goal.year) else {
      return Label("–", "–")
    }
    return self.change(change, unit: assessment.goal.measurementUnit)
  }

  /// A change in words: shares change by percentage points, all else by per cent and number.
  func change(_ change: IndicatorTrend.Change, unit: MeasurementUnit?) -> Label {
    label { language, style in
      if unit?.dimension == "share" {
        return style.signed(change.absolute, decimals: 0) + "\u{A0}" + Label("pe", "pp")[language]
      }
      let factor = unit?.factor ?? 1
      let size = abs(change.absolute / factor)
      let absolute = style.signed(
        change.absolute / factor, decimals: size < 10 && size != size.rounded() ? 1 : 0)
      guard let relative = change.relative else { return absolute }
      return style.signed(relative * 100, decimals: 1) + style.percentSign + " (" + absolute + ")"
    }
  }

  /// A figure and its unit; per cent stands close.
  func quantity(_ value: Double, _ unit: MeasurementUnit?, _ language: Language) -> String {
    let style = NumberStyle(language)
    if unit?.dimension == "share", unit?.factor == 1 {
      return style.text(value, upTo: 1) + style.percentSign
    }
    let number = style.text(value, upTo: abs(value) < 100 ? 2 : 1)
    return number + (unit.map { " " + $0.label(for: value)[language] } ?? "")
  }

  /// A probability with two decimals, never a false 1 or 0.
  func probabilityText(_ probability: Double, _ style: NumberStyle) -> String {
    if probability > 0.995, probability < 1 { return "> " + style.text(0.99, decimals: 2) }
    if probability < 0.005, probability > 0 { return "< " + style.text(0.01, decimals: 2) }
    return style.text(probability, decimals: 2)
  }
}
