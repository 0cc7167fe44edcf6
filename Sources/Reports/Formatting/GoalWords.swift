internal import Indicators
internal import Labels
internal import Statistics
internal import Workspace

extension Assessment {
  /// The answer that the document gives in words, where no figure decides.
  var worded: Outcome? {
    outcomes.first { outcome in
      outcome.isAnswer
        && (outcome.statedStatus != nil || outcome.readStatus != nil
          || !outcome.qualifiers.isEmpty)
    }
  }
}

/// How goals and outcomes are put in words for readers.
struct GoalWords {
  /// Both languages from one composition.
  func label(_ compose: (Language, NumberStyle) -> String) -> Label {
    Label(
      compose(.swedish, NumberStyle(.swedish)), compose(.english, NumberStyle(.english)))
  }

  /// What was reached: `77 av 79 granskningar`, `ca 30 arrangemang`, `pågår`.
  /// A threshold that it missed, in its own unit, must not look the same.
  func outcome(_ outcome: Outcome, missing threshold: Double? = nil) -> Label {
    label { language, style in
      let unit = outcome.measurementUnit?.label[language] ?? ""
      guard let value = outcome.value else {
        if let status = outcome.statedStatus ?? outcome.readStatus {
          // What drops out does so for a reason.
          let reason = status.meaning == .dropped ? outcome.note[language] : ""
          return status.label[language] + (reason.isEmpty ? "" : ": " + reason)
        }
        return outcome.qualifiers.first?.label[language]
          ?? Label("i ord", "in words")[language]
      }
      var words = expectation(outcome).map { $0[language] + ": " } ?? ""
      // A computed figure is exact, whatever word the document put before its own.
      if outcome.computed == nil, outcome.qualifiers.first == .decade {
        return outcome.qualifiers[0].label[language]
          + (outcome.measurementUnit.map { " " + $0.label[language] } ?? "")
      }
      if outcome.computed == nil, let qualifier = outcome.qualifiers.first, qualifier != .between {
        words += qualifier.label[language] + " "
      }
      if let total = outcome.total, outcome.measurementUnit?.dimension != "share" {
        words +=
          style.text(value, upTo: 2) + Label(" av ", " of ")[language]
          + style.text(total, upTo: 2) + (unit.isEmpty ? "" : " " + unit)
      } else {
        words += quantity(
          value, outcome.measurementUnit, language,
          apartFrom: threshold ?? (outcome.differsFromStated ? outcome.statedValue : nil))
      }
      if outcome.computed != nil, outcome.differsFromStated, let stated = outcome.statedValue {
        words +=
          Label(" (dok. ", " (doc. ")[language] + style.text(stated, upTo: 2, apartFrom: value)
          + ")"
      }
      return words
    }
  }

  /// What a figure is that is no outcome.
  private func expectation(_ outcome: Outcome) -> Label? {
    guard outcome.isExpected else { return nil }
    let isForecast =
      outcome.role == .forecast || (outcome.statedStatus ?? outcome.readStatus) == .forecast
    return isForecast ? Label("prognos", "forecast") : Label("planerat", "planned")
  }

  /// Where a goal that is to come starts from and what is left: `2023: 14 019 elever, 3 981 kvar`.
  /// A figure of another name or unit says which it is.
  func start(_ assessment: Assessment) -> Label? {
    // What is to be kept says so itself.
    guard assessment.goal.direction != .keep, let base = assessment.baseline,
      let value = assessment.baselineValue
    else { return nil }
    return label { language, _ in
      var words = "\(base.year): "
      if let other = assessment.baselineDefinition {
        words +=
          quantity(base.value / (other.unit?.factor ?? 1), other.unit, language)
          + " (\(other.label[language]))"
      } else {
        words += quantity(value, assessment.goal.measurementUnit, language)
      }
      if let gap = assessment.gap, gap > 0 {
        words +=
          ", " + quantity(gap, nil, language)
          + (assessment.goal.measurementUnit?.dimension == "share"
            ? Label("\u{A0}procentenheter", "\u{A0}percentage points")[language] : "")
          + Label(" kvar", " to go")[language]
      }
      return words
    }
  }

  /// The other figures that stand against an outcome: `ifrågasatt: 1 222`.
  func doubts(_ doubts: [Doubt]) -> Label {
    label { language, style in
      Label("ifrågasatt: ", "doubted: ")[language]
        + doubts.map { style.text($0.other, upTo: 2) }.joined(separator: ", ")
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
        if let census = base.nearCensus, census.unanswered > 0 {
          words += " (\(SurveyWords.bounds(census)[language]))"
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
  func quantity(
    _ value: Double, _ unit: MeasurementUnit?, _ language: Language, apartFrom other: Double? = nil
  ) -> String {
    let style = NumberStyle(language)
    if unit?.dimension == "share", unit?.factor == 1 {
      return style.text(value, upTo: 1, apartFrom: other) + style.percentSign
    }
    let number = style.text(value, upTo: abs(value) < 100 ? 2 : 1, apartFrom: other)
    return number + (unit.map { " " + $0.label(for: value)[language] } ?? "")
  }

  /// A probability with two decimals, never a false 1 or 0.
  func probabilityText(_ probability: Double, _ style: NumberStyle) -> String {
    if probability > 0.995, probability < 1 { return "> " + style.text(0.99, decimals: 2) }
    if probability < 0.005, probability > 0 { return "< " + style.text(0.01, decimals: 2) }
    return style.text(probability, decimals: 2)
  }
}
