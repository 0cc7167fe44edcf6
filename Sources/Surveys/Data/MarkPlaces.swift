/// Where the counts of each mark of each question stand in a row of counts: scales may differ in length.
struct MarkPlaces: Sendable {
  /// Where the marks of each question begin.
  let starts: [Int]
  /// How many marks there are of all questions.
  let count: Int

  init(_ definition: SurveyDefinition) {
    var starts: [Int] = []
    var count = 0
    for question in definition.questions {
      starts.append(count)
      count += AnswerMark.all(definition.scale(of: question)).count
    }
    (self.starts, self.count) = (starts, count)
  }

  /// The places of the marks of a question in a row that begins at a place.
  func places(of question: Int, from first: Int) -> Range<Int> {
    let end = question + 1 < starts.count ? starts[question + 1] : count
    return first + starts[question]..<first + end
  }
}
