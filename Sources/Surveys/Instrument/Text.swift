internal import Tables

/// A text as answers are compared: trimmed and in lower case.
func folded(_ text: String) -> String { trimmed(text).lowercased() }

/// A folded text without spaces and punctuation. What tells numbers apart stays: signs before digits, and
/// points, commas and spaces between them.
func bare(_ text: String) -> String {
  let characters = Array(text)
  var bare = ""
  for (index, character) in characters.enumerated() {
    if character.isLetter || character.isNumber || character.isSymbol {
      bare.append(character)
      continue
    }
    let isAfterDigit = index > 0 && characters[index - 1].isNumber
    let isBeforeDigit = index + 1 < characters.count && characters[index + 1].isNumber
    if isBeforeDigit, isAfterDigit || "-−".contains(character) { bare.append(character) }
  }
  return bare
}
