extension Label {
  /// The name of a month in the middle of a sentence: `januari`, `January`.
  ///
  /// - Parameter number: The month, from 1 to 12.
  /// - Returns: Its name; the number itself where there is no such month.
  package static func month(_ number: Int) -> Label {
    months.indices.contains(number - 1) ? months[number - 1] : Label(same: String(number))
  }

  private static let months = [
    Label("januari", "January"), Label("februari", "February"), Label("mars", "March"),
    Label("april", "April"), Label("maj", "May"), Label("juni", "June"), Label("juli", "July"),
    Label("augusti", "August"), Label("september", "September"), Label("oktober", "October"),
    Label("november", "November"), Label("december", "December"),
  ]
}
