/// A slow and plain reader of RFC 4180 for texts without faults: the reference for the tokenizer.
enum ReferenceParser {
  static func rows(_ text: String, delimiter: Unicode.Scalar) -> [[String]] {
    let scalars = Array(text.unicodeScalars)
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var isInside = false
    var i = 0
    func at(_ j: Int) -> Unicode.Scalar? { j < scalars.count ? scalars[j] : nil }
    func endField() {
      row.append(field)
      field = ""
      isQuoted = false
    }
    func endRow() {
      if row.isEmpty && field.isEmpty && !isQuoted { return }
      endField()
      rows.append(row)
      row = []
    }
    while let scalar = at(i) {
      i += 1
      if isInside {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if at(i) == "\"" {
          field += "\""
          i += 1
        } else {
          isInside = false
        }
      } else if scalar == "\"", field.isEmpty, !isQuoted {
        isQuoted = true
        isInside = true
      } else if scalar == delimiter {
        endField()
      } else if scalar == "\r" || scalar == "\n" {
        if scalar == "\r", at(i) == "\n" { i += 1 }
        endRow()
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    endRow()
    return rows
  }
}
