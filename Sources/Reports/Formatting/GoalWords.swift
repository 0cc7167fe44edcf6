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
  /// What was reached: `77 av 79 granskningar`, `ca 30 arrangemang`, `pågår`.
  /// A threshold that it missed, in its own unit, must not look the same.
  func outcome(_ outcome: Outcome, missing threshold: Double? = nil) -> ReportCell {
    guard let value = outcome.value else { return .words(Sentence(answer(outcome))) }
    // A computed figure is exact, whatever word the document put before its own.
    let qualifier = outcome.computed == nil ? outcome.qualifiers.first : nil
    if qualifier == .decade, let words = qualifier?.label {
      let unit = outcome.measurementUnit?.label
      let decade = Label(
        words.swedish + (unit.map { " " + $0.swedish } ?? ""),
        words.english + (unit.map { " " + $0.english } ?? ""))
      let before = expectation(outcome)
      return .text(
        before.map {
          Label("\($0.swedish): \(decade.swedish)", "\($0.english): \(decade.english)")
        } ?? decade)
    }
    let differs = outcome.differsFromStated ? outcome.statedValue : nil
    var fact = Self.fact(value, outcome.measurementUnit, apartFrom: threshold ?? differs)
    if let total = outcome.total, outcome.measurementUnit?.dimension != "share" {
      fact.base = .part(value, of: total)
    }
    fact.marks = [expectation(outcome).map(FactMark.expected)].compactMap(\.self)
    if let qualifier, qualifier != .between { fact.marks.append(.qualified(qualifier.label)) }
    if outcome.computed != nil, let differs { fact.marks.append(.stated(differs)) }
    return .fact(fact)
  }

  /// What the document says instead of a figure.
  private func answer(_ outcome: Outcome) -> Label {
    guard let status = outcome.statedStatus ?? outcome.readStatus else {
      return outcome.qualifiers.first?.label ?? Label("i ord", "in words")
    }
    // What drops out does so for a reason.
    guard status.meaning == .dropped, !outcome.note.isEmpty else { return status.label }
    func words(_ language: Language) -> String {
      outcome.note[language].isEmpty
        ? status.label[language] : "\(status.label[language]): \(outcome.note[language])"
    }
    return Label(words(.swedish), words(.english))
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
  func start(_ assessment: Assessment) -> Sentence? {
    // What is to be kept says so itself.
    guard assessment.goal.direction != .keep, let base = assessment.baseline,
      let value = assessment.baselineValue
    else { return nil }
    let year = String(base.year)
    var words: Sentence
    if let other = assessment.baselineDefinition {
      let fact = Self.fact(base.value / (other.unit?.factor ?? 1), other.unit)
      words = Sentence(
        "\(year): \(fact) (\(other.label.swedish))", "\(year): \(fact) (\(other.label.english))")
    } else {
      let fact = Self.fact(value, assessment.goal.measurementUnit)
      words = Sentence("\(year): \(fact)", "\(year): \(fact)")
    }
    if let gap = assessment.gap, gap > 0 {
      let fact = Self.fact(gap, nil)
      words =
        words
        + (assessment.goal.measurementUnit?.dimension == "share"
          ? Sentence(
            ", \(fact)\u{A0}procentenheter kvar", ", \(fact)\u{A0}percentage points to go")
          : Sentence(", \(fact) kvar", ", \(fact) to go"))
    }
    return words
  }

  /// How certain the outcome is.
  func certainty(_ assessment: Assessment) -> ReportCell {
    switch assessment.certainty {
    case nil: return assessment.worded == nil ? .none : .text("uppgift", "stated")
    case .fullCount: return .text("räknat", "counted")
    case .stated: return .text("uppgift", "stated")
    case .approximate: return .text("ungefärlig", "approximate")
    case .survey(let base):
      var parts = surveyParts(assessment, answered: base.answered, invited: base.invited)
      let census = base.nearCensus
      if let interval = try? census?.interval() {
        let fact = Fact(.interval, interval: FactInterval(interval.shares, .hypergeometric))
        parts.append(Sentence(fact))
      }
      var words = Sentence.joined(parts, by: Label(same: ", "))
      if let census, census.unanswered > 0 {
        let bounds = Fact(.interval, interval: FactInterval(bounds: census.bounds))
        words = words + Sentence(" (\(bounds))", " (\(bounds))")
      }
      return .words(words)
    case .surveyMean(let mean):
      var parts = surveyParts(assessment, answered: mean.answered, invited: mean.invited)
      guard mean.answered < mean.invited else {
        return .words(Sentence.joined(parts, by: Label(same: ", ")))
      }
      if let interval = try? mean.interval() {
        let fact = Fact(
          .interval, unit: Self.score, interval: FactInterval(interval, .student))
        parts.append(Sentence(fact))
      }
      var words = Sentence.joined(parts, by: Label(same: ", "))
      if let bounds = mean.bounds {
        let fact = Fact(.interval, unit: Self.score, interval: FactInterval(bounds: bounds))
        words = words + Sentence(" (\(fact))", " (\(fact))")
      }
      return .words(words)
    }
  }

  /// What means are counted in, so that their intervals are no shares.
  private static let score = FactUnit(
    id: "score", one: Label("poäng", "point"), several: Label("poäng", "points"))

  /// How probable it is that a goal of a survey is reached, and how many of those asked answered.
  private func surveyParts(_ assessment: Assessment, answered: Int, invited: Int) -> [Sentence] {
    let (answered, invited) = (Fact(.count(answered)), Fact(.count(invited)))
    let base = Sentence("\(answered)/\(invited)", "\(answered)/\(invited)")
    guard let probability = assessment.goalProbability else { return [base] }
    let fact = GoalCertainty.fact(probability)
    let words = GoalCertainty(assessment)?.label
    return [
      words.map { Sentence("\($0.swedish) (P \(fact))", "\($0.english) (P \(fact))") }
        ?? Sentence("P \(fact)", "P \(fact)"), base,
    ]
  }

  /// The change since the year before: `+8,6 % (+4 563)`.
  func trend(_ assessment: Assessment) -> ReportCell {
    guard let change = assessment.trend?.change(to: assessment.goal.year) else { return .none }
    return .words(self.change(change, unit: assessment.goal.measurementUnit))
  }

  /// A change in words: shares change by percentage points, all else by per cent and number.
  func change(_ change: IndicatorTrend.Change, unit: MeasurementUnit?) -> Sentence {
    if unit?.dimension == "share" {
      let fact = Fact(.points(change.absolute / 100))
      return Sentence("\(fact)\u{A0}pe", "\(fact)\u{A0}pp")
    }
    let value = change.absolute / (unit?.factor ?? 1)
    let isWhole = abs(value) >= 10 || value == value.rounded()
    let absolute = Fact(.change(value), precision: .decimals(isWhole ? 0 : 1))
    guard let relative = change.relative.map({ Fact(.growth($0)) }) else {
      return Sentence(absolute)
    }
    return Sentence("\(relative) (\(absolute))", "\(relative) (\(absolute))")
  }

  /// A figure in its unit.
  static func fact(
    _ value: Double, _ unit: MeasurementUnit?, apartFrom other: Double? = nil
  ) -> Fact {
    let unit = unit.map(FactUnit.init)
    let decimals = unit?.isPercent == true ? 1 : abs(value) < 100 ? 2 : 1
    return Fact(
      .number(value), unit: unit,
      precision: other.map { .apart(upTo: decimals, from: $0) } ?? .upTo(decimals))
  }
}

extension FactUnit {
  init(_ unit: MeasurementUnit) {
    self.init(
      id: unit.name, one: unit.one ?? unit.label, several: unit.label,
      isPercent: unit.dimension == "share" && unit.factor == 1)
  }
}
