extension Templates.Name {
  /// The template, in both languages.
  var text: String {
    switch self {
    case .problem: Self.problemText
    case .login: Self.loginText
    case .navigation: Self.navigationText
    case .footer: Self.footerText
    case .choose: Self.chooseText
    case .unitHome: Self.unitHomeText
    case .edit: Self.editText
    case .editPreview: Self.editPreviewText
    case .upload: Self.uploadText
    case .importProblems: Self.importProblemsText
    case .importForm: Self.importFormText
    case .importDone: Self.importDoneText
    case .accounts: Self.accountsText
    case .list: Self.listText
    case .query: Self.queryText
    case .queryRunning: Self.queryRunningText
    case .queryFailed: Self.queryFailedText
    case .queryResult: Self.queryResultText
    }
  }

  private static let problemText = """
    <p class="lead">{{message}}</p>
    <p><a href="/">[[Till första sidan|To the first page]]</a></p>
    """

  private static let loginText = """
    {{#problem}}<p class="fault" role="alert">{{problem}}</p>{{/problem}}
    <form class="form" method="post" action="/login">
    <input type="hidden" name="token" value="{{token}}">
    <input type="hidden" name="next" value="{{next}}">
    <label for="name">[[Användarnamn|User name]]</label>
    <input id="name" name="name" autocomplete="username" autocapitalize="none" maxlength="64" required value="{{name}}">
    <label for="password">[[Lösenord|Password]]</label>
    <input id="password" name="password" type="password" autocomplete="current-password" maxlength="1000" required>
    <p class="actions"><button type="submit">[[Logga in|Log in]]</button></p>
    </form>
    {{#isDemonstration}}
    <section aria-labelledby="demo"><h2 id="demo">[[Prova|Try it]]</h2>
    <p>[[Det här är en demonstration med den arbetsyta som följer med. Inget kan ändras. Alla konton har lösenordet|This is a demonstration with the workspace that comes along. Nothing can be changed. All accounts have the password]] <b>{{password}}</b>.</p>
    <ul class="plainlist">{{#accounts}}<li><b>{{name}}</b> – {{role}}{{#units}} ({{units}}){{/units}}</li>{{/accounts}}</ul></section>
    {{/isDemonstration}}
    """

  private static let navigationText = """
    <nav class="site" aria-label="[[Webbplats|Site]]">
    <ul>{{#links}}<li><a href="{{address}}"{{#isHere}} aria-current="page"{{/isHere}}>{{text}}</a></li>{{/links}}</ul>
    <div class="who">{{#name}}<span>{{name}} ({{role}})</span>
    <form method="post" action="/logout"><input type="hidden" name="token" value="{{token}}"><button class="plain" type="submit">[[Logga ut|Log out]]</button></form>{{/name}}
    <a href="/language/[[en|sv]]?next={{here}}" lang="[[en|sv]]" hreflang="[[en|sv]]">[[In English|På svenska]]</a></div>
    </nav>
    {{#hasDamage}}<section class="banner" role="alert" aria-label="[[Fel i filerna|Errors in the files]]"><p><b>[[Filerna har fel. Sidorna visar det senaste som gick att läsa.|The files have errors. The pages show the last state that could be read.]]</b></p>
    {{#damage}}<p>{{place}}: {{message}}{{#reason}} ({{reason}}){{/reason}}</p>{{/damage}}</section>{{/hasDamage}}
    """

  private static let footerText = """
    {{#hasMore}}<nav class="foot" aria-label="[[Mer om enheten|More about the unit]]"><ul>{{#more}}<li><a href="{{address}}">{{text}}</a></li>{{/more}}</ul></nav>{{/hasMore}}
    <footer class="foot">{{#hasFiles}}<p>[[Hämta|Download]]:</p><ul>{{#files}}<li><a href="{{address}}">{{text}}</a></li>{{/files}}</ul>{{/hasFiles}}
    <p><a href="/accessibility">[[Tillgänglighet|Accessibility]]</a></p></footer>
    """

  private static let chooseText = """
    <form class="choose" method="get" action="/choose" aria-label="[[Välj vad som visas|Choose what is shown]]">
    <label>[[År|Year]]<select name="year">{{#years}}<option{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/years}}</select></label>
    <label>[[Enhet|Unit]]<select name="unit"><option value="">[[alla|all]]</option>{{#units}}<option value="{{id}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/units}}</select></label>
    <label>[[Bedömning|Verdict]]<select name="verdict"><option value="">[[alla|all]]</option>{{#verdicts}}<option value="{{id}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/verdicts}}</select></label>
    <button type="submit" class="second">[[Visa|Show]]</button></form>
    """
}
