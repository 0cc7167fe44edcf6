internal import Tables

/// Writes the answers of rows of wide responses to the sheets of their people.
struct SheetWriter {
  /// The column of each question; `nil` where the table has none.
  private let columns: [MeaningColumn<AnswerMark>?]
  private let invited: [Roster.Person]
  private let names: DefinitionNames
  /// The person of each row; negative where there is none.
  private let people: [Int32]

  init(
    _ columns: [MeaningColumn<AnswerMark>?], _ invited: [Roster.Person], _ names: DefinitionNames,
    _ people: [Int32]
  ) {
    (self.columns, self.invited, self.names, self.people) = (columns, invited, names, people)
  }

  /// Writes some rows to the marks of all people. No other thread writes to the same people.
  ///
  /// - Returns: The cells of which there is something to tell.
  func write(
    _ piece: TablePiece, to sheets: UnsafeMutableBufferPointer<AnswerMark>
  ) -> [(question: Int, row: Int)] {
    let (count, questions) = (piece.rows.count, columns.count)
    return withUnsafeTemporaryAllocation(of: AnswerMark.self, capacity: count * questions) {
      marks in
      for (question, column) in columns.enumerated() {
        let own = UnsafeMutableBufferPointer(
          rebasing: marks[question * count..<(question + 1) * count])
        if let column {
          column.write(piece.rows, ofChunk: piece.chunk, to: own)
        } else {
          own.initialize(repeating: .none)
        }
      }
      return scatter(marks, of: piece, to: sheets)
    }
  }

  /// Brings marks, by question and then by row, to the people of the rows.
  private func scatter(
    _ marks: UnsafeMutableBufferPointer<AnswerMark>, of piece: TablePiece,
    to sheets: UnsafeMutableBufferPointer<AnswerMark>
  ) -> [(question: Int, row: Int)] {
    let (count, questions) = (piece.rows.count, columns.count)
    var odd: [(question: Int, row: Int)] = []
    names.asked.withUnsafeBufferPointer { asked in
      // People lie anywhere in memory, which answers sooner if it is asked for many at once.
      let places = (0..<count).map { index in
        let person = people[piece.first + index]
        return person < 0 ? -1 : names.place(of: invited[Int(person)])
      }
      for index in 0..<count where places[index] >= 0 {
        let first = Int(people[piece.first + index]) * questions
        let place = places[index]
        var isOdd = false
        for question in 0..<questions {
          let mark = marks[question * count + index]
          sheets[first + question] = mark
          isOdd = isOdd || mark.isStatement && (mark == .unknown || !asked[place + question])
        }
        guard isOdd else { continue }
        for question in 0..<questions {
          let mark = marks[question * count + index]
          if mark.isStatement, mark == .unknown || !asked[place + question] {
            odd.append((question, piece.first + index))
          }
        }
      }
    }
    return odd
  }
}
