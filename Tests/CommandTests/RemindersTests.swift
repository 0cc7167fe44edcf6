import ArgumentParser
import Foundation
import Notebooks
import Testing

@testable import nyckeltal

/// `survey --not-answered`: rows of persons, for whoever sends the survey alone.
@Suite struct RemindersTests {
  /// A workspace of one survey: with a list of three persons, or with their number.
  private static func run(
    _ arguments: [String], isList: Bool
  ) throws -> String {
    var files = [
      "nyckeltal.yaml": "title: T\nyear: 2026\nunits: [a]\n", "a/unit.yaml": "label: A\n",
      "a/e/survey.yaml": """
      title: E
      scale: {answers: [{id: ja, positive: true}, {id: nej}]}
      groups: [{id: g}]
      waves: [{id: "1", date: 2026-01-01}, {id: "2", date: 2026-06-01}]
      questions: [{id: q}]
      """,
    ]
    if isList {
      files["a/e/invitations.csv"] = """
        wave,respondent,group,disposition
        1,p1,g,complete
        1,p2,g,non-contact
        1,p3,g,refusal

        """
      files["a/e/responses.csv"] = "wave,respondent,q\n1,p1,ja\n"
    } else {
      files["a/e/population.csv"] = "wave,group,invited\n1,g,3\n"
      files["a/e/responses.csv"] = "wave,group,q\n1,g,ja\n"
    }
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let command = try SurveyCommand.parse(
      arguments + ["--not-answered", "--workspace", folder.path])
    return try Reminders(survey: command.survey, wave: command.wave)
      .list(command.place, command.selection).text
  }

  @Test("those who have not answered are listed, without those who declined") func list() throws {
    let found = try Self.run([], isList: true)
    #expect(found == "wave,respondent,group\n1,p2,g\n")
    #expect(try Self.run(["a/e", "--wave", "1"], isList: true) == found)
  }

  @Test(
    "where nobody is listed it is refused",
    arguments: [
      (["a/e"], false, "has no list of persons"), (["b/e"], true, "There is no survey 'b/e'"),
      (["--wave", "2030"], true, "There is no wave '2030'"),
    ])
  func refusals(arguments: [String], isList: Bool, message: String) {
    do {
      let found = try Self.run(arguments, isList: isList)
      Issue.record("it was listed: \(found)")
    } catch {
      #expect(SurveyCommand.message(for: error).contains(message), "\(error)")
    }
  }

  @Test("it is no report") func noReport() throws {
    let command = try SurveyCommand.parse(["--not-answered"])
    #expect(throws: ValidationError.self) {
      try command.document(from: TerminalSources(command.place))
    }
  }

  @Test(
    "no option of a report is passed over",
    arguments: [
      ["--output", "x.csv"], ["--format", "csv"], ["--table", "x"], ["--language", "en"],
    ])
  func noWriting(arguments: [String]) throws {
    let command = try SurveyCommand.parse(["--not-answered"] + arguments)
    let error = #expect(throws: ValidationError.self) { try command.run() }
    #expect(error?.message.hasPrefix("\(arguments[0]) is for reports") == true)
  }
}
