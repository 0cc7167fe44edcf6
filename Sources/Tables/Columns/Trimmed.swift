/// A text without the white space around it.
package func trimmed(_ text: some StringProtocol) -> String {
  // Most cells have none, and a copy a cell is what would cost.
  guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else {
    return String(text)
  }
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
