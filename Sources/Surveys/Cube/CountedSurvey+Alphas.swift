internal import Statistics

extension CountedSurvey {
  /// Cronbach's α of each index in a wave, over the questions that it rests on; none where it is not defined.
  func alphas(wave: Int) -> [String: IndexReliability] {
    var alphas: [String: IndexReliability] = [:]
    for question in definition.questions where question.index != nil {
      let leaves = definition.leaves(of: question)
      let items = leaves.compactMap { leaf in
        names.questions[leaf.id].map { ($0, definition.rescaledScores(of: leaf)) }
      }
      guard items.count > 1 else { continue }
      var answers = items.map { _ in [Double]() }
      for (index, person) in roster.people.enumerated()
      where person.wave == wave && person.disposition.isReturned {
        let scores = items.map { $1[sheets[index, $0].position] }
        guard !scores.contains(where: \.isNaN) else { continue }
        for (item, score) in scores.enumerated() { answers[item].append(score) }
      }
      if let alpha = try? Reliability(items: answers).cronbachsAlpha() {
        alphas[question.id] = IndexReliability(alpha: alpha, answered: answers[0].count)
      }
    }
    return alphas
  }
}
