import Diagnostics
import Foundation
import Labels
import Tables
import Testing
import Workspace

@testable import Reports

/// What an approval holds, and what is told to have changed since.
@Suite struct ApprovalTests {
  private typealias Row = [ReportCell]

  private static let columns = [
    ReportColumn.dimension(.goal, Label("Mål", "Goal")),
    ReportColumn("outcome", Label("Utfall", "Outcome")),
    ReportColumn(
      "verdict", Label("Bedömning", "Verdict"), shows: .label, exports: [.init("verdict", .id)]),
    ReportColumn("words", Label("Ord", "Words")),
    ReportColumn("low", Label(same: "low"), shows: nil, exports: [.init("low")]),
    ReportColumn("base", Label("Bas", "Base"), shows: .base, exports: []),
    ReportColumn("interval", Label("95 %", "95%"), shows: .interval, exports: []),
    .data("code"),
  ]

  private static func row(
    _ id: String, _ outcome: ReportCell = .count(3), verdict: String? = "met",
    label: String = "uppnått", words: ReportCell = .none, low: ReportCell = .none,
    base: ReportCell = .none, interval: ReportCell = .none, code: String = "x"
  ) -> ReportRow {
    ReportRow(
      [
        .member(id, Label("mål \(id)", "goal \(id)")), outcome,
        verdict.map { .member($0, Label(label, $0)) } ?? .none, words, low, base, interval,
        .code(code),
      ], locations: [SourceLocation(file: "data/a/outcomes.csv", line: 2)])
  }

  private static func document(
    _ rows: [ReportRow], title: String = "Mål", tables more: [ReportTable] = []
  ) -> ReportDocument {
    ReportDocument(
      id: "a", title: Label("Enhet", "Unit"),
      blocks: [
        .heading(level: 1, Label("Målen", "The goals")),
        .table(
          ReportTable(
            id: "goals", title: Label(title, "Goals"), columns: columns, rows: rows)),
      ] + more.map(Block.table))
  }

  private static let day = CalendarDate(iso: "2024-02-01") ?? CalendarDate(daysSince1970: 0)

  private static func approval(
    _ document: ReportDocument, files: [Approval.File] = [], by name: String? = nil
  ) throws -> Approval {
    let text = Approval.text(
      of: [document], scope: .init(year: 2023, asOf: nil, unit: nil, minimumAnswers: 5),
      files: files, previous: nil, day: day, by: name)
    return try Approval(Array(text.utf8), named: "approved/2023/report-1.json")
  }

  private static func changes(
    _ before: ReportDocument, _ now: ReportDocument
  ) throws -> [String] {
    let compared = now.compared(with: try approval(before), files: [], unit: nil)
    guard let table = compared.tables.first(where: { $0.id == ApprovalSection.id }) else {
      return []
    }
    return table.rows.map { row in
      row.cells[3..<8].map { cell in
        if case .words(let words) = cell { words.label.swedish } else { "" }
      }.joined(separator: " | ")
    }
  }

  private static let withheld = ReportCell.fact(Fact(.withheld(.few)))
  private static func share(_ part: Int, _ whole: Int) -> ReportCell {
    .fact(
      Fact(
        .share(Double(part) / Double(whole)), base: .part(Double(part), of: Double(whole)),
        interval: FactInterval(lower: 0.25, upper: 0.75, confidence: 0.95)))
  }

  private static let cases: [(String, [ReportRow], [ReportRow], [String])] = [
    ("the same", [row("1"), row("2")], [row("1"), row("2")], []),
    ("another order", [row("1"), row("2", .count(4))], [row("2", .count(4)), row("1")], []),
    ("another label", [row("1")], [row("1", label: "nått")], []),
    ("another id of a source", [row("1")], [row("1", code: "y")], []),
    (
      "another figure", [row("1")], [row("1", .count(5))],
      ["Mål | mål 1 | Utfall | 3 | 5"]
    ),
    (
      "another verdict", [row("1")], [row("1", verdict: "nearly", label: "nästan")],
      ["Mål | mål 1 | Bedömning | uppnått | nästan"]
    ),
    ("no figure", [row("1")], [row("1", .none)], ["Mål | mål 1 | Utfall | 3 | –"]),
    ("a first figure", [row("1", .none)], [row("1")], ["Mål | mål 1 | Utfall | – | 3"]),
    (
      "a row more", [row("1")], [row("1"), row("2")],
      ["Mål | mål 2 |  | fanns inte | tillkommit"]
    ),
    ("a row less", [row("1"), row("2")], [row("1")], ["Mål | mål 2 |  | fanns | borttaget"]),
    (
      "a figure in words",
      [
        row("1", words: .words(Sentence("minst \(Fact(.count(2)))", "at least \(Fact(.count(2)))")))
      ],
      [
        row("1", words: .words(Sentence("minst \(Fact(.count(4)))", "at least \(Fact(.count(4)))")))
      ],
      ["Mål | mål 1 | Ord | minst 2 | minst 4"]
    ),
    (
      "other words around a figure",
      [
        row("1", words: .words(Sentence("minst \(Fact(.count(2)))", "at least \(Fact(.count(2)))")))
      ],
      [row("1", words: .words(Sentence("lägst \(Fact(.count(2)))", "from \(Fact(.count(2)))")))], []
    ),
    (
      "what only files hold", [row("1", low: .number(1))], [row("1", low: .number(2))],
      ["Mål | mål 1 | low | 1,0 | 2,0"]
    ),
    (
      "what files repeat of what readers see", [row("1", low: .number(1))],
      [row("1", .count(4), low: .number(2))], ["Mål | mål 1 | Utfall | 3 | 4"]
    ),
    (
      "another base of the same share", [row("1", share(1, 2))], [row("1", share(2, 4))],
      [
        "Mål | mål 1 | Utfall | 50\u{A0}% (50, 1/2, [25; 75]) | 50\u{A0}% (50, 2/4, [25; 75])"
      ]
    ),
    (
      "a side of a fact", [row("1", base: share(1, 2), interval: share(1, 2))],
      [row("1", base: share(2, 4), interval: share(2, 4))], ["Mål | mål 1 | Bas | 1 av 2 | 2 av 4"]
    ),
    (
      "an interval", [row("1", interval: share(1, 2))], [row("1", interval: .none)],
      ["Mål | mål 1 | 95 % | 25–75 | –"]
    ),
    ("withheld then and now", [row("1", withheld)], [row("1", withheld)], []),
    (
      "withheld for another reason", [row("1", withheld)],
      [row("1", .fact(Fact(.withheld(.complementary))))], []
    ),
    (
      "withheld, now shown", [row("1", withheld)], [row("1")],
      ["Mål | mål 1 | Utfall | undanhölls | 3"]
    ),
    (
      "shown, now withheld", [row("1")], [row("1", withheld)],
      ["Mål | mål 1 | Utfall | visades | undanhålls nu"]
    ),
    (
      "withheld in words", [row("1", words: .words(Sentence("\(Fact(.count(2))) av", "")))],
      [row("1", words: .words(Sentence("\(Fact(.withheld(.few))) av", "")))],
      ["Mål | mål 1 | Ord | visades | undanhålls nu"]
    ),
    (
      "an example in the place of a figure", [row("1")],
      [row("1", .fact(Fact(.count(3), marks: [.reconstructed])))],
      ["Mål | mål 1 | Utfall | 3 (3) | 3 (3, reconstructed)"]
    ),
    (
      "two rows of one name", [row("1"), row("1", .count(4))], [row("1"), row("1", .count(5))],
      ["Mål | mål 1 | Utfall | 4 | 5"]
    ),
  ]

  @Test("facts are compared by their names", arguments: cases.indices)
  func compare(index: Int) throws {
    let (name, before, now, expected) = Self.cases[index]
    let found = try Self.changes(Self.document(before), Self.document(now))
    #expect(found == expected, "\(name)")
  }

  @Test("a title is no fact; a table is one thing") func tables() throws {
    let rows = [Self.row("1")]
    #expect(try Self.changes(Self.document(rows), Self.document(rows, title: "Målen 2023")) == [])
    let other = ReportTable(
      id: "other", title: Label("Annan", "Other"), columns: [ReportColumn("n", Label(same: "n"))],
      rows: [ReportRow([.count(1)])])
    #expect(
      try Self.changes(Self.document(rows), Self.document(rows, tables: [other]))
        == ["Annan |  |  | fanns inte | tillkommit"])
    #expect(
      try Self.changes(Self.document(rows, tables: [other]), Self.document(rows))
        == ["Annan |  |  | fanns | borttaget"])
  }

  @Test("of several tables with one title each is named by its section") func sections() throws {
    func set(_ count: Int) -> ReportDocument {
      var document = Self.document([Self.row("1")])
      document.blocks += [
        .heading(level: 1, Label("Andra", "Others")),
        .table(
          ReportTable(
            id: "more", title: Label("Mål", "Goals"), columns: Self.columns,
            rows: [Self.row("2", .count(count))])),
      ]
      return document
    }
    #expect(try Self.changes(set(3), set(4)) == ["Andra: Mål | mål 2 | Utfall | 3 | 4"])
  }

  private static func sentence(_ document: ReportDocument) -> Label? {
    for case .paragraph(let sentence) in document.blocks { return sentence.label }
    return nil
  }

  private static func file(_ path: String, _ hash: String) -> Approval.File {
    Approval.File(path: path, sha256: hash)
  }

  private static let sentences:
    [(before: [Approval.File], now: [Approval.File], count: Int, unit: String?, Label)] = [
      (
        [file("a/x.csv", "1")], [file("a/x.csv", "1")], 3, "a",
        Label(
          "Godkänd 2024-02-01 av Chefen; inget har ändrats.",
          "Approved 2024-02-01 by Chefen; nothing has changed.")
      ),
      (
        [file("a/x.csv", "1")], [file("a/x.csv", "2")], 3, "a",
        Label(
          "Godkänd 2024-02-01 av Chefen; ingen uppgift har ändrats, men det har 1 fil: a/x.csv.",
          "Approved 2024-02-01 by Chefen; no fact has changed, but 1 file has: a/x.csv.")
      ),
      (
        [file("a/x.csv", "1"), file("a/y.csv", "1")], [file("a/x.csv", "2"), file("n.yaml", "3")],
        3, "a",
        Label(
          "Godkänd 2024-02-01 av Chefen; ingen uppgift har ändrats, men det har 3 filer: a/x.csv, "
            + "a/y.csv, n.yaml.",
          "Approved 2024-02-01 by Chefen; no fact has changed, but 3 files have: a/x.csv, a/y.csv, "
            + "n.yaml.")
      ),
      // The files of another unit are not those of this one's report; they are of the page of all.
      (
        [file("b/x.csv", "1")], [file("b/x.csv", "2")], 3, "a",
        Label(
          "Godkänd 2024-02-01 av Chefen; inget har ändrats.",
          "Approved 2024-02-01 by Chefen; nothing has changed.")
      ),
      (
        [file("b/x.csv", "1")], [file("b/x.csv", "2")], 3, nil,
        Label(
          "Godkänd 2024-02-01 av Chefen; ingen uppgift har ändrats, men det har 1 fil: b/x.csv.",
          "Approved 2024-02-01 by Chefen; no fact has changed, but 1 file has: b/x.csv.")
      ),
      (
        [file("a/outcomes.csv", "1")], [file("a/outcomes.csv", "2")], 4, "a",
        Label(
          "Godkänd 2024-02-01 av Chefen; sedan dess har 1 uppgift ändrats. Ändrad fil: "
            + "a/outcomes.csv.",
          "Approved 2024-02-01 by Chefen; since then 1 fact has changed. Changed file: "
            + "a/outcomes.csv.")
      ),
      (
        [], [], 4, "a",
        Label(
          "Godkänd 2024-02-01 av Chefen; sedan dess har 1 uppgift ändrats.",
          "Approved 2024-02-01 by Chefen; since then 1 fact has changed.")
      ),
    ]

  @Test("what is said above the changes", arguments: sentences.indices)
  func words(index: Int) throws {
    let (before, now, count, unit, expected) = Self.sentences[index]
    let approval = try Self.approval(Self.document([Self.row("1")]), files: before, by: "Chefen")
    let document = Self.document([Self.row("1", .count(count))])
    let compared = document.compared(with: approval, files: now, unit: unit)
    #expect(Self.sentence(compared) == expected)
  }

  @Test("a report that was not approved, and approvals that cannot be read") func others() throws {
    let approval = try Self.approval(Self.document([Self.row("1")]))
    var document = Self.document([Self.row("1")])
    document.id = "b"
    #expect(
      Self.sentence(document.compared(with: approval, files: [], unit: "b"))
        == Label(
          "Godkänd 2024-02-01. Den här rapporten fanns inte då.",
          "Approved 2024-02-01. This report was not there then."))
    let unread = document.compared(with: nil, unreadable: ["x.json"], files: [], unit: nil)
    guard case .note(let note)? = unread.blocks.first else {
      Issue.record("no note")
      return
    }
    #expect(
      note.label
        == Label(
          "Godkännandet i x.json kan inte läsas, så inget har jämförts med det.",
          "The approval in x.json cannot be read, so nothing was compared with it."))
  }

  @Test("the file that a change comes from") func files() {
    func files(_ location: String, _ changed: [String]) -> [String] {
      ApprovalSection.files(
        of: .init(
          place: ["t"], table: Label(same: ""), before: Label(same: ""), now: Label(same: ""),
          files: [location]), among: changed)
    }
    let changed = ["a/outcomes.csv", "a/survey/responses.csv", "nyckeltal.yaml"]
    #expect(files("data/a/outcomes.csv", changed) == ["a/outcomes.csv"])
    #expect(files("data/a/survey/survey.yaml", changed) == ["a/survey/responses.csv"])
    #expect(files("data/b/targets.csv", changed) == [])
    #expect(files("data/b/targets.csv", ["nyckeltal.yaml"]) == ["nyckeltal.yaml"])
  }

  static let damaged: [(String, String)] = [
    ("", "it is not JSON as a whole; it may have been cut short"),
    ("{\"format\": \"nyckeltal-appr", "it is not JSON as a whole; it may have been cut short"),
    ("{}", "'format' is missing"), ("[]", "'' holds something else than it should"),
    ("{\"format\": \"x\", \"version\": 1}", "its format is not nyckeltal-approval"),
    ("{\"format\": \"nyckeltal-approval\", \"version\": 9}", "this program reads version 1"),
    ("{\"format\": \"nyckeltal-approval\", \"version\": 1}", "'meaning' is missing"),
    (
      """
      {"format": "nyckeltal-approval", "version": 1, "meaning": 1, "approved": "i går",
       "files": [], "reports": []}
      """, "'approved' is no day such as 2023-08-31"
    ),
    (
      """
      {"format": "nyckeltal-approval", "version": 1, "meaning": 1, "approved": "2024-02-01",
       "files": [], "reports": [{"id": "a", "title": {"sv": "", "en": ""}, "blocks": [{"type": 4}]}]}
      """, "'reports/0/blocks/0/type' holds something else than it should"
    ),
  ]

  @Test("a damaged file says where and why", arguments: damaged.indices)
  func damage(index: Int) {
    let (text, reason) = Self.damaged[index]
    do throws(Diagnostic) {
      _ = try Approval(Array(text.utf8), named: "x.json")
      Issue.record("it was read")
    } catch {
      #expect(error.code == "approval" && error.location.file == "x.json")
      #expect(error.reason == reason)
      #expect(!error.fixes.isEmpty)
    }
  }

  @Test("what is withheld is in no file, and what is shown reads back") func published() throws {
    for part in RenderedPages.parts(2023) {
      let text = Approval.text(
        of: [part.document], scope: .init(year: 2023, asOf: nil, unit: nil, minimumAnswers: 5),
        files: [], previous: nil, day: Self.day, by: nil)
      let approval = try Approval(Array(text.utf8), named: "x.json")
      for cell in (approval.report(part.document.id)?.tables ?? []).flatMap(\.rows)
        .flatMap(\.cells) where cell?.withheld != nil
      {
        #expect(cell?.value == nil && cell?.base == nil && cell?.interval == nil)
      }
      #expect(
        Self.sentence(part.document.compared(with: approval, files: [], unit: part.unit))?.english
          == "Approved 2024-02-01; nothing has changed.")
    }
  }

  @Test("an approval follows the published schema") func schema() throws {
    let schema = try JSONSchema(
      Data(contentsOf: Datasets.root.appendingPathComponent("schemas/approval-1.schema.json")))
    let text = Approval.text(
      of: [Self.document([Self.row("1")])],
      scope: .init(
        year: 2023, asOf: CalendarDate(iso: "2023-08-31"), unit: "a", minimumAnswers: 5),
      files: [Self.file("a/x.csv", String(repeating: "0", count: 64))],
      previous: Self.file("report-1.json", String(repeating: "0", count: 64)), day: Self.day,
      by: "Chefen")
    var value = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(schema.problems(value).isEmpty, "\(schema.problems(value))")
    value["files"] = nil
    #expect(schema.problems(value) == ["$: no files"])
  }
}
