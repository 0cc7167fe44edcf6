extension Templates.Name {
  static let accountsText = """
    {{#problem}}<p class="fault" role="alert">{{problem}}</p>{{/problem}}
    <ul class="plainlist"><li><a href="{{log}}">[[Vem som sett och ändrat vad|Who saw and changed what]]</a></li><li><a href="{{ledger}}">[[Liggare över inläsningar och ändringar|Ledger of imports and changes]]</a></li></ul>
    <section aria-labelledby="accounts"><h2 id="accounts">[[Konton|Accounts]]</h2>
    <ul class="plainlist">{{#accounts}}<li><b>{{name}}</b> – {{role}} {{units}}{{#seesAnswers}} ([[ser enskilda svar|sees answers of persons]]){{/seesAnswers}}{{#mayChange}}
    <form method="post" action="/administration/accounts/remove"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="name" value="{{name}}"><button class="plain" type="submit">[[ta bort|remove]]<span class="unseen"> {{name}}</span></button></form>{{/mayChange}}</li>{{/accounts}}</ul></section>
    {{#mayChange}}<section aria-labelledby="new"><h2 id="new">[[Nytt eller ändrat konto|New or changed account]]</h2>
    <form class="form" method="post" action="/administration/accounts">
    <input type="hidden" name="token" value="{{token}}">
    <label for="name">[[Användarnamn|User name]]</label><input id="name" name="name" maxlength="64" required autocomplete="off" autocapitalize="none">
    <label for="role">[[Roll|Role]]</label><select id="role" name="role">{{#roles}}<option value="{{id}}">{{text}}</option>{{/roles}}</select>
    <fieldset><legend>[[Enheter som en enhetschef leder|Units that a head of unit leads]]</legend>{{#units}}<label class="check"><input type="checkbox" name="unit" value="{{id}}"> {{text}}</label>{{/units}}</fieldset>
    <label class="check"><input type="checkbox" name="answers"> [[En analytiker får se enskilda svar|An analyst may see the answers of persons]]</label>
    <label for="password">[[Lösenord|Password]]</label><p class="hint" id="password-hint">[[Minst 12 tecken. Tomt behåller det som finns.|At least 12 characters. Empty keeps the one that is there.]]</p>
    <input id="password" name="password" type="password" maxlength="1000" autocomplete="new-password" aria-describedby="password-hint">
    <p class="actions"><button type="submit">[[Spara|Save]]</button></p>
    </form></section>{{/mayChange}}
    """

  static let listText = """
    <p>{{note}}</p>
    {{^hasRows}}<p>[[Inget än.|Nothing yet.]]</p>{{/hasRows}}
    {{#hasRows}}<div class="table"><div class="scroll" role="group" tabindex="0" aria-label="{{title}}"><table class="data"><thead><tr>{{#names}}<th scope="col">{{.}}</th>{{/names}}</tr></thead>
    <tbody>{{#rows}}<tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>{{/rows}}</tbody></table></div></div>{{/hasRows}}
    {{#isPaged}}<nav class="actions" aria-label="[[Sidor|Pages]]">{{#hasBefore}}<a href="{{before}}">[[Föregående|Previous]]</a>{{/hasBefore}} <span>[[Sida|Page]] {{page}} [[av|of]] {{last}}</span> {{#hasNext}}<a href="{{next}}">[[Nästa|Next]]</a>{{/hasNext}}</nav>{{/isPaged}}
    """
}
