import Labels
import Surveys
import TableFixtures
import Tables

/// A random survey of three waves in which some persons come back, some of them in another group, with
/// its rows as they are counted by hand.
struct RandomPanel {
  static let scale = Narvard.scale
  static let groups = ["styrgrupp", "samrad", "presidium"]
  static let waves = ["w0", "w1", "w2"]
  static let questions = [
    Question(id: "alla", label: Label(same: "alla")),
    Question(id: "samrad", label: Label(same: "samrad"), groups: ["samrad", "presidium"]),
    Question(id: "senare", label: Label(same: "senare"), versions: ["v2"]),
  ]

  /// What one person was invited as, and answered to each question that the person was asked.
  struct Person {
    var wave: String
    var respondent: String
    var group: String
    var disposition: Disposition
    var isSubstitute: Bool
    var municipality: String
    var answers: [String: String] = [:]

    /// Whether the answer to a question is positive; `nil` without an answer on the scale.
    func isPositive(_ question: String) -> Bool? {
      switch answers[question] {
      case "ja": true
      case "delvis", "nej": false
      default: nil
      }
    }
  }

  let people: [Person]

  init(seed: UInt64, respondents: Int = 40) {
    var random = SeededGenerator(state: seed)
    var people: [Person] = []
    for wave in Self.waves {
      for respondent in 0..<respondents where Double.random(in: 0..<1, using: &random) < 0.7 {
        var person = Person(
          wave: wave, respondent: "r\(respondent)",
          group: Bool.random(using: &random)
            ? Self.groups[respondent % 3] : Self.groups[Int.random(in: 0..<3, using: &random)],
          disposition: Disposition.allCases[
            [0, 0, 0, 0, 1, 2, 3, 5, 7][Int.random(in: 0..<9, using: &random)]],
          isSubstitute: Int.random(in: 0..<4, using: &random) == 0,
          municipality: ["borås", "mark", ""][Int.random(in: 0..<3, using: &random)])
        if person.disposition.isReturned {
          for question in Self.questions where Self.asks(question, person) {
            person.answers[question.id] =
              ["ja", "ja", "delvis", "nej", "", "ej aktuellt"][
                Int.random(in: 0..<6, using: &random)]
          }
        }
        people.append(person)
      }
    }
    self.people = people
  }

  static func asks(_ question: Question, _ person: Person) -> Bool {
    question.isAsked(of: person.group) && (question.versions.isEmpty || person.wave != "w0")
  }

  static let definition: SurveyDefinition = {
    var definition = Narvard.definition(
      waves: waves.enumerated().map { position, id in
        Narvard.wave(id, year: 2021 + position, instrument: position == 0 ? "v1" : "v2")
      }, breakdowns: [Breakdown(column: "municipality", label: Label("Kommun", "Municipality"))])
    definition.groups = groups.map { RecipientGroup(id: $0, label: Label(same: $0)) }
    definition.questions = questions
    return definition
  }()

  var data: SurveyData {
    Narvard.data(
      Self.definition,
      invitations: people.map {
        [
          $0.wave, $0.respondent, $0.group, $0.disposition.rawValue, "\($0.isSubstitute)",
          $0.municipality,
        ]
      },
      responses: Narvard.long(
        people.flatMap { person in
          person.answers.sorted { $0.key < $1.key }.map {
            [person.wave, person.respondent, $0.key, $0.value]
          }
        }))
  }
}
