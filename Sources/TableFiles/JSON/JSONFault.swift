internal import Labels

/// Why a text is no JSON that holds a table.
enum JSONFault: Error {
  /// Something else should stand here.
  case expected(Token)
  /// The text ends within a value.
  case end
  /// A number, an escape or a character that JSON does not have.
  case badNumber
  case badEscape
  case controlCharacter
  case notUTF8
  case deep
  case long
  /// The values are not objects.
  case noObject

  enum Token {
    case value
    case name
    case colon
    case commaOrBrace
    case commaOrBracket
    case nothing
  }

  var words: FormatProblem.Words {
    let again = Label("exportera filen igen", "export the file again")
    return switch self {
    case .expected(let token):
      FormatProblem.Words(
        Label(
          "här är filen inte JSON: \(token.label.swedish) väntades",
          "here the file is not JSON: \(token.label.english) was expected"), fix: again)
    case .end:
      FormatProblem.Words(
        Label("filen slutar mitt i ett värde", "the file ends within a value"), fix: again)
    case .badNumber:
      FormatProblem.Words(
        Label(
          "talet är inte skrivet som i JSON", "the number is not written as JSON writes numbers"),
        fix: again)
    case .badEscape:
      FormatProblem.Words(
        Label(
          "ett omvänt snedstreck följs av något som JSON inte känner",
          "a backslash is followed by what JSON does not know"), fix: again)
    case .controlCharacter:
      FormatProblem.Words(
        Label("ett styrtecken står i en text", "a control character stands in a text"), fix: again)
    case .notUTF8:
      FormatProblem.Words(
        Label("texten är inte UTF-8", "the text is not UTF-8"),
        fix: Label("spara filen som UTF-8", "save the file as UTF-8"))
    case .deep:
      FormatProblem.Words(
        Label("värden är nästlade för djupt", "values are nested too deeply"),
        fix: Label("exportera en platt tabell", "export a flat table"))
    case .long:
      FormatProblem.Words(
        Label("ett värde är längre än 64 MB", "a value is longer than 64 MB"), fix: again)
    case .noObject:
      FormatProblem.Words(
        Label(
          "filen innehåller inga objekt, som blir rader",
          "the file holds no objects, which become rows"),
        because: Label(
          "En tabell är en lista av objekt eller ett objekt per rad.",
          "A table is a list of objects, or an object a line."),
        fix: Label("exportera den så", "export it that way"))
    }
  }
}

extension JSONFault.Token {
  fileprivate var label: Label {
    switch self {
    case .value: Label("ett värde", "a value")
    case .name: Label("ett namn inom citattecken", "a name in quotes")
    case .colon: Label("ett kolon", "a colon")
    case .commaOrBrace: Label("ett komma eller }", "a comma or }")
    case .commaOrBracket: Label("ett komma eller ]", "a comma or ]")
    case .nothing: Label("inget mer", "nothing more")
    }
  }
}
