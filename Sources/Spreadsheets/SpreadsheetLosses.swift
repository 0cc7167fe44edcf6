package import Labels

/// What a spreadsheet could not hold as it is. Nothing is lost but the ends of texts.
package struct SpreadsheetLosses: Hashable {
  /// Numbers with more digits than Excel keeps, or none that it knows.
  package var numbersAsText = 0
  /// Days that Excel does not count.
  package var daysAsText = 0
  /// Texts longer than a cell.
  package var textsCut = 0
  /// Sheets that go on with the rows of the one before.
  package var furtherSheets = 0

  /// Nothing.
  package init() {}

  /// A sentence for each kind that occurred.
  package var sentences: [Label] {
    [
      furtherSheets == 0
        ? nil
        : Label(
          "Ett blad i Excel har högst 1 048 576 rader; resten står på nästa blad.",
          "A sheet of Excel has at most 1,048,576 rows; the rest is on the next sheet."),
      numbersAsText == 0
        ? nil
        : numbersAsText == 1
          ? Label(
            "Ett tal har fler siffror än de 15 som Excel behåller, och står som text.",
            "One number has more digits than the 15 that Excel keeps, and stands as text.")
          : Label(
            "\(numbersAsText) tal har fler siffror än de 15 som Excel behåller, och står som text.",
            "\(numbersAsText) numbers have more digits than the 15 that Excel keeps, and stand as text."
          ),
      daysAsText == 0
        ? nil
        : daysAsText == 1
          ? Label(
            "En dag före mars 1900, som Excel inte räknar med, står som text.",
            "One day before March 1900, which Excel does not count, stands as text.")
          : Label(
            "\(daysAsText) dagar före mars 1900, som Excel inte räknar med, står som text.",
            "\(daysAsText) days before March 1900, which Excel does not count, stand as text."),
      textsCut == 0
        ? nil
        : textsCut == 1
          ? Label(
            "En text är längre än de 32 767 tecken som en cell rymmer, och är avkortad.",
            "One text is longer than the 32,767 characters that a cell holds, and is cut.")
          : Label(
            "\(textsCut) texter är längre än de 32 767 tecken som en cell rymmer, och är avkortade.",
            "\(textsCut) texts are longer than the 32,767 characters that a cell holds, and are cut."
          ),
    ].compactMap(\.self)
  }
}
