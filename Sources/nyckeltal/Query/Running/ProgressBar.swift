internal import TextLayout

/// How far a statement has come, on one line.
struct ProgressBar: Hashable {
  let done: Int
  let total: Int?

  func text(width: Int) -> String {
    let hint = "Ctrl-C stops"
    guard let total, total > 0 else {
      return TextWidth.cut(done > 0 ? "\(amount(done)) read   \(hint)" : hint, width)
    }
    let share = min(1, max(0, Double(done) / Double(total)))
    let percent = Int(share * 100)
    let label = String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0)
    let tail = " \(label)\(percent) %  of \(amount(total))   \(hint)"
    let room = min(40, width - TextWidth.of(tail))
    guard room >= 5 else { return TextWidth.cut("\(percent) %", width) }
    let filled = Int(share * Double(room))
    return String(repeating: "█", count: filled) + String(repeating: "░", count: room - filled)
      + tail
  }

  /// Bytes as people read them; small numbers are rows of tables in memory.
  private func amount(_ count: Int) -> String {
    switch count {
    case ..<1_000_000: "\(count)"
    case ..<1_000_000_000: "\(count / 1_000_000) MB"
    default: "\(count / 1_000_000_000).\(count / 100_000_000 % 10) GB"
    }
  }
}
