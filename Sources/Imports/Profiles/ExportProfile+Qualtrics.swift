extension ExportProfile {
  /// Qualtrics: three rows of headers, which are names, wordings and its own codes as
  /// `{"ImportId":"QID1"}`; several answers in one cell with commas between them, or a column each.
  ///
  /// Layout: <https://www.qualtrics.com/support/survey-platform/data-and-analysis-module/data/download-data/understanding-your-dataset/>
  static let qualtrics = ExportProfile(
    "qualtrics", "Qualtrics", separator: ",",
    ownColumns: [
      .submitted: ["RecordedDate", "EndDate"], .state: ["Status", "Finished"],
      .respondent(.responseID): ["ResponseId", "_recordId"],
      .respondent(.email): ["RecipientEmail"], .respondent(.personID): ["ExternalReference"],
      .personal: [
        "IPAddress", "RecipientLastName", "RecipientFirstName", "LocationLatitude",
        "LocationLongitude",
      ],
      .ignored: [
        "StartDate", "Progress", "Duration (in seconds)", "DistributionChannel", "UserLanguage",
      ],
    ],
    describingRows: 2,
    // Finished is False or 0 where it is not; Status tells of previews by name or by number.
    unfinished: ["false", "0finished", "surveypreview", "1status", "surveytest", "4status"],
    writesMonthFirst: true,
    isOwn: { raw in
      raw.rowCount > 1
        && !raw.columns.isEmpty && raw.columns.allSatisfy { $0[1].hasPrefix(importID) }
    },
    describe: { raw in
      raw.names.indices.map { column in
        let wording = raw.columns[column][0]
        let code = importCode(raw.columns[column][1])
        // A matrix, or several answers in columns of their own: `Question - Part`.
        guard code.contains("_") || raw.names[column].contains("_"),
          let dash = wording.range(of: " - ", options: .last)
        else { return WrittenQuestion(code: raw.names[column], wording: wording) }
        let base = raw.names[column].prefix { $0 != "_" }
        return WrittenQuestion(
          code: String(base), wording: String(wording[..<dash.lowerBound]),
          part: String(wording[dash.upperBound...]))
      }
    })

  /// How the cells of the third row begin.
  static var importID: String { #"{"ImportId""# }

  private static func importCode(_ cell: String) -> String {
    let parts = cell.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.count > 3 ? String(parts[3]) : ""
  }
}

extension String {
  enum Occurrence { case first, last }

  /// Where a text stands in this one.
  func range(of text: String, options: Occurrence) -> Range<String.Index>? {
    let all = ranges(of: text)
    return options == .last ? all.last : all.first
  }
}
