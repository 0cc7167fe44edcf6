/// `st`, `nd`, `rd` or `th`, as in 1st, 2nd, 3rd, 11th.
enum OrdinalEnding {
  static func text(_ number: Int, isUpper: Bool) -> String {
    let text =
      if (11...13).contains(number % 100) {
        "th"
      } else {
        switch number % 10 {
        case 1: "st"
        case 2: "nd"
        case 3: "rd"
        default: "th"
        }
      }
    return isUpper ? Casing.raised(text) : text
  }
}
