import Foundation
import Tables
import Workspace

@testable import Reports

/// A workspace in the course of a year. Behind `>>>` stands what a line held on 31 August 2023: nothing
/// where it was not there yet.
enum InterimWorkspace {
  static let day = "2023-08-31"

  static let files: [String: String] = [
    "nyckeltal.yaml": """
    title: {sv: Stadens mål, en: Goals of the town}
    year: 2023
    follow_up_months: {plan-a: [4, 8, 12]}
    documents: {plan: {file: plan.pdf, title: Plan}, brev: {file: brev.pdf, title: Brev}}
    units: [bibliotek]
    """,
    "measurement-units.csv": """
    unit,label_en,dimension,factor
    besök,visits,visits,1
    kurser,courses,courses,1
    procent,per cent,share,1
    """,
    "contradictions.csv": """
    id,kind,unit,label_sv,value_a,value_b,document_a,line_a,document_b,line_b
    c1,motsagelse,bibliotek,besök i december,1004,1040,plan,40,plan,41 >>>
    """,
    "bibliotek/unit.yaml": """
    label: {sv: Biblioteket, en: The library}
    tables:
      events: {title: {sv: Kurser, en: Courses}, day: held}
    """,
    "bibliotek/targets.csv": """
    id,year,label_sv,label_en,measure,target_value,target_unit,direction,indicator,owner_sv,cause_sv,next_step_sv,document,line
    visits,2023,besök,visits,count,1000,besök,at_least,visits,chefen,,,plan,1
    courses,2023,kurser,courses,count,2,kurser,at_least,,,,,plan,2
    intime,2023,svar i tid,answered in time,share,90,procent,at_least,,,,,plan,3
    happy,2023,nöjda,satisfied,share,80,procent,at_least,,,,,plan,4
    lent,2023,lån,loans,count,500,besök,at_least,,chefen,stängt i juni,fler exemplar,plan,5 >>> lent,2023,lån,loans,count,500,besök,at_least,,chefen,,,plan,5
    site,2023,ny webb,new web site,yes_no,,,done,,,,,plan,6
    later,2024,besök,visits,count,1100,besök,at_least,visits,,,,plan,7 >>>
    """,
    // The figures of the forecast are R's: see InterimReportTests.
    "bibliotek/outcomes.csv": """
    id,target_id,year,period,label_sv,label_en,value,value_unit,forecast,stated_status,role,indicator,document,line
    v2012,,2012,2012,besök,visits,700,besök,,,figure,visits,plan,12
    v2013,,2013,2013,besök,visits,730,besök,,,figure,visits,plan,13
    v2014,,2014,2014,besök,visits,745,besök,,,figure,visits,plan,14
    v2015,,2015,2015,besök,visits,790,besök,,,figure,visits,plan,15
    v2016,,2016,2016,besök,visits,800,besök,,,figure,visits,plan,16
    v2017,,2017,2017,besök,visits,845,besök,,,figure,visits,plan,17
    v2018,,2018,2018,besök,visits,860,besök,,,figure,visits,plan,18
    v2019,,2019,2019,besök,visits,905,besök,,,figure,visits,plan,19
    v2020,,2020,2020,besök,visits,915,besök,,,figure,visits,plan,20
    v2021,,2021,2021,besök,visits,950,besök,,,figure,visits,plan,21
    v2022,,2022,2022,besök,visits,985,besök,,,figure,visits,plan,22
    v2023-04,visits,2023,2023-04,besök,visits,310,besök,930,,answer,visits,brev,4
    v2023-08,visits,2023,2023-08,besök,visits,640,besök,960,,answer,visits,brev,8
    v2023,visits,2023,2023,besök,visits,1040,besök,,,answer,visits,plan,23 >>>
    c2023,courses,2023,2023,kurser,courses,4,kurser,,,answer,,plan,24 >>> c2023,courses,2023,2023,kurser,courses,,kurser,,,answer,,,
    i2023,intime,2023,2023,svar i tid,answered in time,50,procent,,,answer,,plan,25 >>> i2023,intime,2023,2023,svar i tid,answered in time,,procent,,,answer,,,
    h2023,happy,2023,2023-11,nöjda,satisfied,100,procent,,,answer,,plan,26 >>> h2023,happy,2023,2023-11,nöjda,satisfied,,procent,,,answer,,,
    l2023,lent,2023,2023,lån,loans,430,besök,,,answer,,plan,27 >>>
    s2023,site,2023,2023-06,ny webb,new web site,,,,genomfort,answer,,brev,9
    """,
    "bibliotek/computed.yaml": """
    c2023: {from: bibliotek/events, value: count(*)}
    i2023: {cases: bibliotek/cases, year: 2023, limit: svar, measure: within}
    h2023: {survey: bibliotek/survey, wave: w2, question: q, measure: positive}
    """,
    "bibliotek/events.csv": """
    held,course
    2023-02-01,a
    2023-06-01,b
    2023-09-01,c >>>
    2023-12-01,d >>>
    """,
    "bibliotek/visits.csv": "year,kind,value\n2022,a,10\n2023,a,12 >>>\n",
    "bibliotek/activities.csv": """
    id,plan,area,label_sv,when,period_end,status,as_of,count_target,count_actual,note_sv,document,line
    a1,plan-a,x,ett,2023,,genomfort,2023-04,,,klart,plan,31
    a2,plan-a,x,två,2023,,genomfort,2023-12,4,4,sent,plan,32 >>> a2,plan-a,x,två,2023,,,,4,,,plan,32
    a3,plan-a,x,tre,2023,2023-06-30,avslutad,,,,,plan,33 >>> a3,plan-a,x,tre,2023,2023-06-30,,,,,,plan,33
    """,
    "bibliotek/controls.csv": """
    number,section,area,area_label_sv,control_points_count,per_year,control_date,result,result_note_sv,document,line
    1,s,kassa,kassa,1,1,2023-05-10,ok,,plan,51
    2,s,inkop,inköp,1,1,2023-10-10,avvikelse,två fel,plan,52 >>> 2,s,inkop,inköp,1,1,,,,plan,52
    """,
    "bibliotek/projects.csv": """
    id,project,kind,label_sv,value,as_of,document,line
    p1,bro,count,möten,3,2023-06,plan,61
    p2,bro,count,möten,7,2023-12,plan,62 >>>
    """,
    "bibliotek/cases/cases.yaml": """
    title: {sv: Ärenden, en: Cases}
    about_persons: false
    columns: {id: nr, received: in, answered: ut, category: slag}
    limits:
      - {id: svar, label: {sv: fem dagar, en: five days}, from: in, to: ut, working_days: 5}
    """,
    // By the end of August 1 is late, 2 and 3 are in time, and 4 has been open for two days.
    "bibliotek/cases/cases.csv": """
    nr,in,ut,slag
    1,2023-03-01,2023-03-31,lån
    2,2023-05-02,2023-05-04,lån
    3,2023-06-01,2023-06-02,web
    4,2023-08-29,2023-12-01,lån >>> 4,2023-08-29,,lån
    5,2023-10-02,2023-10-03,bok >>>
    """,
    "bibliotek/survey/survey.yaml": """
    title: {sv: Enkät, en: Survey}
    scale: {answers: [{id: ja, label: {sv: ja, en: yes}, positive: true}, {id: nej, label: {sv: nej, en: no}}]}
    groups: [{id: alla, label: {sv: alla, en: all}}]
    questions: [{id: q, label: {sv: nöjd, en: satisfied}}]
    waves:
      - {id: w1, label: {sv: mars, en: March}, date: 2023-03-01}
      - {id: w2, label: {sv: november, en: November}, date: 2023-11-01} >>>
    """,
    "bibliotek/survey/invitations.csv": "wave,respondent,group,disposition\n"
      + (1...12).map { "w1,p\($0),alla,complete\n" }.joined()
      + (1...12).map { "w2,p\($0),alla,complete >>>\n" }.joined(),
    "bibliotek/survey/responses.csv": "wave,respondent,q\n"
      + (1...12).map { "w1,p\($0),\($0 < 7 ? "ja" : "nej")\n" }.joined()
      + (1...12).map { "w2,p\($0),ja >>>\n" }.joined(),
  ]

  /// The files as they are now, or as they were on the day; lines that were not there are empty, so that
  /// the others keep their numbers.
  static func files(onTheDay isCut: Bool) -> [String: String] {
    files.mapValues { text in
      text.components(separatedBy: "\n").map { line -> String in
        let parts = line.components(separatedBy: ">>>")
        guard parts.count > 1 else { return line }
        return (isCut ? parts[1] : parts[0]).trimmingCharacters(in: .whitespaces)
          .withLeading(of: line)
      }.joined(separator: "\n")
    }
  }

  /// A workspace of some files in a folder that has the same name each time.
  static func load(
    _ files: [String: String], asked: String?
  ) throws -> LoadedWorkspace {
    let outer = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: outer) }
    for (name, text) in files {
      let file = outer.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try WorkspaceLoader.load(
      folder: outer.path,
      day: ReportingDay(
        today: CalendarDate(iso: "2024-05-01"), asked: asked.flatMap { CalendarDate(iso: $0) }))
  }

  static func load(asked: String? = day) throws -> LoadedWorkspace {
    try load(files(onTheDay: false), asked: asked)
  }
}

extension String {
  /// The line with the indentation of another, unless it is empty.
  fileprivate func withLeading(of line: String) -> String {
    isEmpty ? "" : String(line.prefix { $0 == " " }) + self
  }
}
