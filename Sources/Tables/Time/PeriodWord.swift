/// A word in the name of a period.
enum PeriodWord: Equatable {
  /// A month, 1 to 12.
  case month(Int)
  /// A part of a year that a number follows: quarter, week.
  case part(PeriodLength)
  /// A term: 0 in spring, 1 in autumn.
  case term(Int)
  /// A school year, which two years follow.
  case years

  /// Reads a word in lower case; `nil` if no period has it.
  init?(_ word: String) {
    guard let known = Self.known[word] else { return nil }
    self = known
  }

  private static let known: [String: PeriodWord] = {
    var known: [String: PeriodWord] = [:]
    func add(_ words: String, _ meaning: PeriodWord) {
      for word in words.split(separator: " ") { known[String(word)] = meaning }
    }
    let months = [
      "jan januari january", "feb febr februari february", "mar mars march", "apr april", "maj may",
      "jun juni june", "jul juli july", "aug augusti august", "sep sept september",
      "okt oct oktober october", "nov november", "dec december",
    ]
    for (index, words) in months.enumerated() { add(words, .month(index + 1)) }
    add("m mån månad month", .part(.month))
    add("k q kv kvart kvartal kvartalet qtr quarter", .part(.quarter))
    add("t tert tertial tertialet", .part(.tertial))
    add("h hå halvår halvåret half", .part(.halfYear))
    add("w v wk week vecka veckan", .part(.week))
    add("vt vår våren vårtermin vårterminen var spring", .term(0))
    add("ht höst hösten hösttermin höstterminen host autumn fall", .term(1))
    add("läsår läsåret", .years)
    return known
  }()
}
