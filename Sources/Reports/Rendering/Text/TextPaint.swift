internal import Indicators

/// A colour of a terminal's own palette, or a weight: readable on whatever ground the reader chose.
enum TextPaint: Int {
  case strong = 1
  case muted = 2
  case bad = 31
  case good = 32
  case fair = 33
  case figure = 34
  case other = 35
  case pending = 36

  /// A text between the signs that switch it on and off.
  func painted(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }

  /// Of the mark for a value to reach.
  static let target = TextPaint.fair

  /// Of several series.
  static func series(_ place: Int) -> TextPaint {
    let all: [TextPaint] = [.figure, .fair, .pending, .other, .muted]
    return all[place % all.count]
  }
}

extension Verdict {
  /// Its colour on a terminal; `nil` where there is nothing good or bad about it.
  var textPaint: TextPaint? {
    switch self {
    case .met: .good
    case .nearly: .fair
    case .notMet: .bad
    case .underWay, .planned: .pending
    case .cannotAssess, .dropped, .notJudged: nil
    }
  }
}
