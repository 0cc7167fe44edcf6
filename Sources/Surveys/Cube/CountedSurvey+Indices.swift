internal import Statistics
internal import Tables

extension CountedSurvey {
  /// The places of those of each wave who returned the survey, so that what is counted wave by wave passes
  /// everyone once. Nothing where the survey has no index, which alone asks for it.
  var returnedByWave: [[Int32]] {
    var places = definition.waves.map { _ in [Int32]() }
    guard definition.questions.contains(where: { $0.index != nil }) else { return places }
    for (place, person) in roster.people.enumerated() where person.disposition.isReturned {
      places[person.wave].append(Int32(clamping: place))
    }
    return places
  }

  /// What is told of each index, and has to be known of it, beside the values that people have.
  ///
  /// - Parameter people: those of a wave who returned the survey.
  /// - Returns: Both by the question of the index.
  func indices(
    of people: [Int32]
  ) -> (alphas: [String: IndexReliability], partials: [String: IndexPartials]) {
    var alphas: [String: IndexReliability] = [:]
    var partials: [String: IndexPartials] = [:]
    for question in definition.questions {
      guard let index = question.index else { continue }
      let leaves = definition.leaves(of: question).compactMap { leaf in
        names.questions[leaf.id].map { ($0, definition.rescaledScores(of: leaf)) }
      }
      let items = index.items.compactMap { names.questions[$0] }
      var answers = leaves.map { _ in [Double]() }
      var scores = leaves.map { _ in Double.nan }
      var partial = IndexPartials()
      for place in people.map(Int.init) {
        var given = 0
        for (leaf, (question, marks)) in leaves.enumerated() {
          scores[leaf] = marks[sheets[place, question].position]
          if !scores[leaf].isNaN { given += 1 }
        }
        if given == leaves.count {
          for (leaf, score) in scores.enumerated() { answers[leaf].append(score) }
        }
        let own = items.count { if case .answer = sheets[place, $0].code { true } else { false } }
        let gaps = PartialAnswers(
          items: 0 < own && own < items.count ? 1 : 0,
          leaves: 0 < given && given < leaves.count ? 1 : 0)
        if gaps != PartialAnswers() { count(gaps, of: place, in: &partial) }
      }
      partials[question.id] = partial
      if leaves.count > 1, let alpha = try? Reliability(items: answers).cronbachsAlpha() {
        alphas[question.id] = IndexReliability(alpha: alpha, answered: answers[0].count)
      }
    }
    return (alphas, partials)
  }

  private func count(_ gaps: PartialAnswers, of place: Int, in partial: inout IndexPartials) {
    let person = roster.people[place]
    let cell = PeopleCell(
      group: names.groupNames[person.group], isSubstitute: person.isSubstitute)
    partial.people[cell, default: PartialAnswers()] += gaps
    for (breakdown, column) in definition.breakdowns.map(\.column).enumerated() {
      let code = roster.breakdowns[breakdown][place]
      let value =
        code == TextRegister.none ? "" : roster.breakdownValues[breakdown].string(code)
      partial.values[column, default: [:]][value, default: PartialAnswers()] += gaps
    }
  }
}
