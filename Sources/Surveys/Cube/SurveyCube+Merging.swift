internal import Labels

extension SurveyCube {
  /// The cube with recipient groups of few answers told of together with a neighbour.
  ///
  /// A group is small if in some wave fewer than the limit answered, but somebody. As long as there is a
  /// small group, the first in the order of the definition becomes one with the one before or after it of
  /// which fewer answered, the one before where both are alike; the answers of a group are those of all
  /// waves. The new group has the names of both ("Navet och Stödet"), stands where the first of them
  /// stood, and holds in all waves. A question to either of them is a question to it.
  ///
  /// Those who were in one of them then and in the other now stay counted as moved.
  package func mergingSmallGroups(below limit: Int) -> SurveyCube {
    var groups = definition.groups.map { [$0] }
    while groups.count > 1,
      let small = groups.firstIndex(where: { group in
        definition.waves.contains { (1..<limit).contains(answers(group, wave: $0.id)) }
      })
    {
      let neighbours = [small - 1, small + 1].filter(groups.indices.contains)
      guard let other = neighbours.min(by: { answers(groups[$0]) < answers(groups[$1]) })
      else { break }
      groups[min(small, other)] += groups.remove(at: max(small, other))
    }
    return groups.count == definition.groups.count ? self : merged(groups)
  }

  private func answers(_ groups: [RecipientGroup], wave: String) -> Int {
    groups.reduce(0) { $0 + dispositions(wave: wave, group: $1.id).returned }
  }

  private func answers(_ groups: [RecipientGroup]) -> Int {
    definition.waves.reduce(0) { $0 + answers(groups, wave: $1.id) }
  }

  private func merged(_ groups: [[RecipientGroup]]) -> SurveyCube {
    var definition = definition
    definition.groups = groups.map(RecipientGroup.init(together:))
    let names = Dictionary(
      zip(groups, definition.groups).flatMap { parts, whole in parts.map { ($0.id, whole.id) } },
      uniquingKeysWith: { first, _ in first })
    for index in definition.questions.indices {
      var asked: [String] = []
      for name in definition.questions[index].groups.map({ names[$0] ?? $0 })
      where !asked.contains(name) { asked.append(name) }
      definition.questions[index].groups = asked
    }
    return SurveyCube(definition: definition, waves: waves.mapValues { $0.renamed(names) })
  }
}

extension RecipientGroup {
  /// One group of several, named for all of them.
  fileprivate init(together parts: [RecipientGroup]) {
    self.init(
      id: parts.map(\.id).joined(separator: "+"), label: .list(parts.map(\.label)),
      isInvented: parts.contains(where: \.isInvented), members: parts.flatMap(\.members),
      former: parts.flatMap(\.former))
  }
}

extension WaveCells {
  fileprivate func renamed(_ names: [String: String]) -> WaveCells {
    func people(_ cell: PeopleCell) -> PeopleCell {
      PeopleCell(group: names[cell.group] ?? cell.group, isSubstitute: cell.isSubstitute)
    }
    func place(_ place: RepeatCells.Place) -> RepeatCells.Place {
      if case .group(let group) = place { .group(names[group] ?? group) } else { place }
    }
    var cells = self
    cells.dispositions = Dictionary(
      dispositions.map { (people($0), $1) }, uniquingKeysWith: +)
    cells.answers = answers.mapValues { tallies in
      Dictionary(tallies.map { (people($0), $1) }, uniquingKeysWith: +)
    }
    for index in partials.keys {
      cells.partials[index]?.people = Dictionary(
        (partials[index]?.people ?? [:]).map { (people($0), $1) }, uniquingKeysWith: +)
    }
    cells.repeats = repeats.mapValues { repeats in
      var renamed = RepeatCells()
      renamed.scores = repeats.scores.mapValues { pairs in
        // In a fixed order, for sums of decimals depend on it.
        Dictionary(
          pairs.sorted { $0.key.order < $1.key.order }.map { (place($0), $1) }, uniquingKeysWith: +)
      }
      renamed.persons = Dictionary(
        repeats.persons.map { (place($0), $1) }, uniquingKeysWith: +)
      renamed.answers = repeats.answers.mapValues { pairs in
        Dictionary(pairs.map { (place($0), $1) }, uniquingKeysWith: +)
      }
      return renamed
    }
    return cells
  }
}
