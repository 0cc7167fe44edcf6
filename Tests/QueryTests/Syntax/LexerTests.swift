import Testing

@testable import Query

/// Expected tokens follow from PostgreSQL's manual, chapter 4.1 "Lexical Structure".
@Suite struct LexerTests {
  @Test(
    "tokens",
    arguments: [
      ("", []),
      (" \t\r\n", []),
      ("12", [.number(12)]),
      ("1.5", [.number(1.5)]),
      (".5", [.number(0.5)]),
      ("1e3", [.number(1000)]),
      ("25E-1", [.number(2.5)]),
      ("1e+2", [.number(100)]),
      // Without digits the letter begins a word.
      ("1e", [.number(1), .name("e")]),
      ("1ex", [.number(1), .name("ex")]),
      ("betyg", [.name("betyg")]),
      ("_x9", [.name("_x9")]),
      ("år", [.name("år")]),
      // Any character beyond ASCII is a letter.
      ("🙂1", [.name("🙂1")]),
      // The ring as a scalar of its own, as file systems of macOS write it.
      ("a\u{30A}r", [.name("år")]),
      ("'vet ej'", [.text("vet ej")]),
      ("''", [.text("")]),
      ("'it''s'", [.text("it's")]),
      ("''''", [.text("'")]),
      (#""Mitt ""betyg""""#, [.quotedName(#"Mitt "betyg""#)]),
      (#""and""#, [.quotedName("and")]),
      ("a<>b", [.name("a"), .symbol("<>"), .name("b")]),
      ("a!=b", [.name("a"), .symbol("<>"), .name("b")]),
      ("<=", [.symbol("<=")]),
      (">=", [.symbol(">=")]),
      ("< =", [.symbol("<"), .symbol("=")]),
      ("(a,-1)", [.symbol("("), .name("a"), .symbol(","), .symbol("-"), .number(1), .symbol(")")]),
      ("count(*)", [.name("count"), .symbol("("), .symbol("*"), .symbol(")")]),
    ] as [(String, [Token.Kind])])
  func tokens(text: String, expected: [Token.Kind]) throws {
    var lexer = Lexer(text)
    #expect(try lexer.tokens().map(\.kind) == expected + [.end])
  }

  /// Positions count Unicode scalars from 1, as PostgreSQL's cursor position does.
  @Test("positions count scalars from 1")
  func positions() throws {
    var lexer = Lexer("år = 'ö' AND x")
    #expect(try lexer.tokens().map(\.position) == [1, 4, 6, 10, 14, 15])
  }

  @Test(
    "what is no token is refused",
    arguments: [
      ("betyg ; 1", "unexpected character ';' at character 7"),
      ("a ! b", "unexpected character '!' at character 3"),
      ("ö + ;", "unexpected character ';' at character 5"),
      ("'öå' 'x", "the quote is never closed at character 6"),
      ("x = 'vet ej", "the quote is never closed at character 5"),
      ("x = 'it''", "the quote is never closed at character 5"),
      (#"1 + "betyg"#, "the quote is never closed at character 5"),
      ("1 + 1.2.3", "'1.2.3' is not a number at character 5"),
      ("2 * 1e999", "'1e999' is not a number at character 5"),
    ])
  func refusals(text: String, message: String) {
    #expect(
      refusal { () throws(QueryError) in
        var lexer = Lexer(text)
        return try lexer.tokens()
      } == message)
  }
}
