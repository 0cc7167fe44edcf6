internal import HTTPTypes
internal import Labels

/// Why a request is not answered as it was meant, in words for its reader.
struct WebProblem: Error, Sendable {
  var status: HTTPResponse.Status
  var title: Label
  var message: Label

  init(_ status: HTTPResponse.Status, _ title: Label, _ message: Label) {
    (self.status, self.title, self.message) = (status, title, message)
  }

  static let notFound = WebProblem(
    .notFound, Label("Sidan finns inte", "There is no such page"),
    Label(
      "Adressen leder ingenstans. Börja om från första sidan.",
      "The address leads nowhere. Begin at the first page."))

  static let forbidden = WebProblem(
    .forbidden, Label("Det här får du inte se", "You may not see this"),
    Label(
      "Ditt konto har inte den behörighet som sidan kräver. En administratör kan ge den.",
      "Your account lacks the permission that the page needs. An administrator can give it."))

  static let loggedOut = WebProblem(
    .forbidden, Label("Du är inte inloggad längre", "You are no longer logged in"),
    Label(
      "Inget är ändrat. Logga in och fyll i formuläret igen.",
      "Nothing is changed. Log in and fill in the form again."))

  static let tooSlow = WebProblem(
    .requestTimeout,
    Label("Formuläret kom inte fram i tid", "The form did not come through in time"),
    Label("Inget är ändrat. Skicka det igen.", "Nothing is changed. Send it again."))

  static let expiredForm = WebProblem(
    .forbidden, Label("Formuläret har gått ut", "The form has expired"),
    Label(
      "Inget är ändrat. Gå tillbaka, läs om sidan och skicka formuläret igen.",
      "Nothing is changed. Go back, load the page anew and send the form again."))

  static let badForm = WebProblem(
    .badRequest, Label("Formuläret gick inte att läsa", "The form could not be read"),
    Label("Inget är ändrat. Skicka det igen.", "Nothing is changed. Send it again."))

  static let tooLarge = WebProblem(
    .contentTooLarge, Label("Det är för stort", "It is too large"),
    Label("Inget är ändrat.", "Nothing is changed."))

  static let wrongHost = WebProblem(
    .misdirectedRequest, Label("Servern heter något annat", "The server has another name"),
    Label(
      "Använd adressen som servern startades med, eller starta den med --host och det här namnet.",
      "Use the address that the server was started with, or start it with --host and this name."))

  static let readOnly = WebProblem(
    .forbidden, Label("Det här är en demonstration", "This is a demonstration"),
    Label(
      "Den visade arbetsytan går inte att ändra. Kör nyckeltal serve på en egen.",
      "The workspace shown cannot be changed. Run nyckeltal serve on one of your own."))

  static let busy = WebProblem(
    .serviceUnavailable, Label("För många på en gång", "Too many at once"),
    Label("Försök igen om en stund.", "Try again in a moment."))

  static let failed = WebProblem(
    .internalServerError, Label("Något gick fel", "Something went wrong"),
    Label(
      "Felet är vårt. Det som hände står i serverns logg.",
      "The fault is ours. What happened stands in the log of the server."))
}
