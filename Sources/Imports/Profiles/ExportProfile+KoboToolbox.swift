extension ExportProfile {
  /// KoboToolbox: names or labels of questions, perhaps behind the name of their group and a slash; of a
  /// question with several answers a column with all of them, a column each (`question/answer` with 0 and
  /// 1), or both; `question_other` where another answer was written (`or_other`).
  ///
  /// Layout: <https://cran.r-project.org/package=KoboconnectR>, the options `multi_sel`, `grp_sep` and
  /// `lang` of `kobo_export_create`, which are those of KoboToolbox' exports.
  static let koboToolbox = ExportProfile(
    "kobotoolbox", "KoboToolbox", separator: " ",
    ownColumns: [
      .respondent(.responseID): ["_uuid", "_id"], .submitted: ["_submission_time"],
      .personal: ["_submitted_by", "username", "deviceid", "phonenumber", "_geolocation"],
      .ignored: [
        "start", "end", "today", "_validation_status", "_notes", "_status", "__version__", "_tags",
        "_index", "_parent_index", "_parent_table_name", "meta/instanceID", "formhub/uuid",
      ],
    ],
    isOwn: { raw in raw.names.contains("_uuid") && raw.names.contains("_submission_time") },
    describe: { raw in
      let names = Set(raw.names)
      return raw.names.map { name in
        guard let slash = name.lastIndex(of: "/") else { return WrittenQuestion(wording: name) }
        let (base, last) = (String(name[..<slash]), String(name[name.index(after: slash)...]))
        let isPart =
          names.contains(base)
          || raw.names.count { $0.hasPrefix(base + "/") } > 1
            && raw.columns[raw.names.firstIndex(of: name) ?? 0].allSatisfy(isTick)
        return isPart ? WrittenQuestion(wording: base, part: last) : WrittenQuestion(wording: last)
      }
    })

  private static func isTick(_ cell: String) -> Bool {
    ["", "0", "1", "true", "false"].contains(cell.lowercased())
  }
}
