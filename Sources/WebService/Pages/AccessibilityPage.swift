internal import Hummingbird
internal import Labels
internal import Reports

/// What the pages promise to everybody who reads them.
enum AccessibilityPage {
  static func show(_ exchange: Exchange) async throws -> Response {
    let title = Label("Tillgänglighet", "Accessibility")
    let blocks: [Block] = [
      Label(
        "Sidorna är byggda för WCAG 2.2, nivå AA. De går att använda med enbart tangentbord, utan skript, med skärmläsare, på en skärm som är 360 bildpunkter bred, i mörkt läge och på papper.",
        "The pages are built for WCAG 2.2, level AA. They can be used with a keyboard alone, without scripts, with a screen reader, on a screen that is 360 pixels wide, in the dark and on paper."
      ),
      Label(
        "Varje sida prövas med axe-core i Chromium innan en ny version ges ut. Färg säger aldrig något ensam, och varje diagram har sina tal som text.",
        "Every page is tested with axe-core in Chromium before a new version is released. Colour never tells anything by itself, and every chart has its figures as text."
      ),
      Label(
        "En bred tabell rullas i sidled inom sin ram på en smal skärm. Det går att göra med piltangenterna när tabellen har fokus.",
        "A wide table is scrolled sideways within its frame on a narrow screen. The arrow keys do that when the table has the focus."
      ),
      Label(
        "Brister rapporteras till den som sköter tjänsten hos er. Den som inte är nöjd med svaret kan vända sig till Myndigheten för digital förvaltning.",
        "Report what fails to whoever runs the service at your organisation. Whoever is not content with the answer can turn to the Agency for Digital Government."
      ),
    ].map { .paragraph(Sentence($0)) }
    return SitePage(exchange).response(
      title: title[exchange.language],
      [.document(ReportDocument(id: "accessibility", title: title, blocks: blocks))])
  }
}
