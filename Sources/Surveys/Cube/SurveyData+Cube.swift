extension SurveyData {
  /// Counts the survey: each wave once, and each pair of waves by the persons who are in both.
  ///
  /// - Returns: The cube. The order of the rows in the data does not show in it.
  public func cube() -> SurveyCube {
    let counts = PeopleCounts.of(counted)
    var cells: [String: WaveCells] = [:]
    let days = counted.returnsByDay
    let returned = counted.returnedByWave
    for (position, wave) in definition.waves.enumerated() where cells[wave.id] == nil {
      cells[wave.id] = counts.cells(wave: position)
      cells[wave.id]?.days = days[position]
      let indices = counted.indices(of: returned[position])
      cells[wave.id]?.alphas = indices.alphas
      cells[wave.id]?.partials = indices.partials
    }
    let pairs = PersonPairs(counted)
    for (later, wave) in definition.waves.enumerated() {
      for earlier in 0..<later {
        guard let repeats = pairs.repeats(later, of: earlier) else { continue }
        cells[wave.id]?.repeats[definition.waves[earlier].id] = repeats
      }
    }
    return SurveyCube(definition: definition, waves: cells)
  }
}
