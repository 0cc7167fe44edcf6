extension ExportFixture {
  /// One file a layout. Nobody in them is anybody.
  static let layouts: [ExportFixture] = [
    forms, formsSwedish, google, limeCodes, limeTexts, qualtrics, surveyMonkey, kobo, netigate,
    questback, essentials, plain,
  ]

  static func rows(_ count: Int, _ row: (Int) -> [String]) -> [[String]] { (1...count).map(row) }

  private static let agreement = ["Stämmer helt", "Stämmer ganska bra", "Stämmer inte alls"]

  static let forms = ExportFixture(
    tool: "microsoft-forms",
    names: [
      "ID", "Start time", "Completion time", "Email", "Name", "Vilken grupp tillhör du?",
      "Jag har tydliga mål", "Hur når du oss?", "Något mer?",
    ],
    rows: rows(12) { n in
      [
        "\(n)", "1/\(n + 11)/26 9:00:00", "1/\(n + 11)/26 9:0\(n % 10):30", "p\(n)@exempel.se",
        "Person \(n)", n % 2 == 0 ? "Chefer" : "Handläggare", agreement[n % 3],
        n % 2 == 0 ? "Telefon;E-post;" : "Telefon;", n == 3 ? "Ring 070-123 45 67" : "",
      ]
    })

  static let formsSwedish = ExportFixture(
    tool: "microsoft-forms",
    names: ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", "Trivs du?"],
    rows: rows(6) { n in
      [
        "\(n)", "2026-01-1\(n) 09:00:00", "2026-01-1\(n) 09:05:00", "anonymous", "",
        n < 4 ? "Ja" : "Nej",
      ]
    })

  static let google = ExportFixture(
    tool: "google-forms",
    names: ["Tidstämpel", "E-postadress", "Vad använder du?", "Arbetet [Tempo]", "Arbetet [Stöd]"],
    rows: rows(8) { n in
      [
        "2026/01/1\(n) \(n):05:00 em CET", "p\(n)@exempel.se", n % 2 == 0 ? "Bil, Cykel" : "Cykel",
        "Ibland", n % 2 == 0 ? "Ofta" : "Sällan",
      ]
    })

  static let limeCodes = ExportFixture(
    tool: "limesurvey",
    names: [
      "id", "submitdate", "lastpage", "startlanguage", "seed", "token", "G01Q01", "G01Q02[SQ001]",
      "G01Q02[SQ002]", "G02Q03[SQ001]", "G02Q03[SQ002]",
    ],
    rows: rows(7) { n in
      [
        "\(n)", n == 7 ? "" : "2026-01-1\(n) 10:00:00", "2", "sv", "12345", "tok\(n)",
        "\(n % 5 + 1)",
        n % 2 == 0 ? "Y" : "", "Y", "\(n % 4 + 1)", "4",
      ]
    })

  static let limeTexts = ExportFixture(
    tool: "limesurvey",
    names: [
      "Response ID", "Date submitted", "Last page", "Start language", "Seed",
      "G01Q01. Trivs du på jobbet?",
      "G01Q02[SQ001]. Vad läser du? [Dagspress]", "G01Q02[SQ002]. Vad läser du? [Böcker]",
    ],
    rows: rows(6) { n in
      [
        "\(n)", "2026-01-1\(n) 10:00:00", "2", "sv", "1", n % 2 == 0 ? "Ja" : "Delvis",
        n % 2 == 0 ? "Ja" : "Nej", "Ja",
      ]
    })

  static let qualtrics = ExportFixture(
    tool: "qualtrics",
    names: [
      "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Finished", "RecordedDate",
      "ResponseId", "RecipientEmail", "Q1", "Q2", "Q3_1", "Q3_2",
    ],
    rows: [
      [
        "Start Date", "End Date", "Response Type", "IP Address", "Progress", "Finished",
        "Recorded Date", "Response ID", "Recipient Email", "Hur nöjd är du?", "Vad läser du?",
        "Hur ofta? - Hemma", "Hur ofta? - På jobbet",
      ],
      [
        "startDate", "endDate", "status", "ipAddress", "progress", "finished", "recordedDate",
        "_recordId", "recipientEmail", "QID1", "QID2", "QID3_1", "QID3_2",
      ].map { #"{"ImportId":"\#($0)"}"# },
    ]
      + rows(7) { n in
        [
          "2026-01-1\(n) 10:00:00", "2026-01-1\(n) 10:04:00",
          n == 7 ? "Survey Preview" : "IP Address", "192.0.2.\(n)", "100",
          n == 6 ? "False" : "True",
          "2026-01-1\(n) 10:04:01", "R_\(n)", "", n % 2 == 0 ? "Mycket nöjd" : "Ganska missnöjd",
          n % 2 == 0 ? "Böcker,Dagspress" : "Böcker", "Ofta", "Aldrig",
        ]
      })

  static let surveyMonkey = ExportFixture(
    tool: "surveymonkey",
    names: [
      "Respondent ID", "Collector ID", "Date Created", "Date Modified", "IP Address",
      "Email Address",
      "First Name", "Last Name", "Trivs du?", "Vad läser du?", "", "Något mer?",
    ],
    rows: [
      ["", "", "", "", "", "", "", "", "Response", "Böcker", "Dagspress", "Open-Ended Response"]
    ]
      + rows(6) { n in
        [
          "1000\(n)", "77", "01/1\(n)/2026 10:00:00 AM", "01/1\(n)/2026 10:05:00 PM",
          "192.0.2.\(n)",
          "", "", "", n < 4 ? "Ja" : "Nej", n % 2 == 0 ? "Böcker" : "", "Dagspress",
          n == 2 ? "Mer tid för samtal" : "",
        ]
      })

  static let kobo = ExportFixture(
    tool: "kobotoolbox",
    names: [
      "start", "end", "bakgrund/trivsel", "kanaler", "kanaler/telefon", "kanaler/epost",
      "kanaler_other",
      "_id", "_uuid", "_submission_time", "_validation_status", "_submitted_by", "_index",
    ],
    rows: rows(6) { n in
      [
        "2026-01-1\(n)T10:00:00.000+01:00", "2026-01-1\(n)T10:05:00.000+01:00",
        n < 4 ? "ja" : "nej",
        n % 2 == 0 ? "telefon epost" : "telefon", "1", n % 2 == 0 ? "1" : "0", "", "\(n)", "u-\(n)",
        "2026-01-1\(n)T09:05:10", "", "insamlare", "\(n)",
      ]
    })

  static let netigate = ExportFixture(
    tool: "netigate",
    names: ["AnswerSetId", "RespondentId", "Answer date", "Send-out", "Avdelning", "Trivs du?"],
    rows: rows(6) { n in
      ["\(n)", "r\(n)", "2026-01-1\(n) 10:00", "Januari", n % 2 == 0 ? "Norr" : "Söder", "Ja"]
    })

  static let questback = ExportFixture(
    tool: "questback",
    names: [
      "lfdn", "external_lfdn", "tester", "dispcode", "lastpage", "quality", "duration", "v_1",
      "datetime",
    ],
    rows: rows(6) { n in
      [
        "\(n)", "", "0", n == 6 ? "22" : n == 5 ? "32" : "31", "9", "-77", "80", "\(n % 5 + 1)",
        "2026-01-1\(n) 10:00:00",
      ]
    })

  static let essentials = ExportFixture(
    tool: "questback",
    names: ["Respondent", "Besvarad", "Trivs du?"],
    rows: rows(6) { n in ["a\(n)", "2026-01-1\(n) 10:00", n < 3 ? "Ja" : "Delvis"] })

  static let plain = ExportFixture(
    tool: "table",
    names: ["datum", "Enhet", "Skulle du rekommendera oss?", "Ålder", "Började", "Kontakt"],
    rows: rows(12) { n in
      [
        "2026-01-\(n + 10)", n % 2 == 0 ? "Norr" : "Söder", "\(n % 11)", "\(20 + n * 3)",
        "2019-05-\(n + 10)", "p\(n)@exempel.se",
      ]
    })
}
