extension Templates.Name {
  static let queryText = """
    <form class="form" method="post" action="/query">
    <input type="hidden" name="token" value="{{token}}">
    <label for="sql">[[Fråga i SQL|Question in SQL]]</label>
    <p class="hint" id="sql-hint">[[Arbetsytans tabeller. Personers rader räknas, och det som är för få utelämnas.|The tables of the workspace. Rows of persons are counted, and what is too few is left out.]]</p>
    <textarea class="code" id="sql" name="sql" rows="7" spellcheck="false" autocapitalize="none" aria-describedby="sql-hint">{{sql}}</textarea>
    <p class="actions"><button type="submit" name="step" value="run">[[Kör|Run]]</button> <button class="second" type="submit" name="step" value="plan">[[Visa planen|Show the plan]]</button></p>
    </form>
    <details class="sources"><summary>[[Tabeller|Tables]]</summary><ul class="plainlist">{{#tables}}<li><a href="{{address}}">{{name}}</a></li>{{/tables}}</ul></details>
    {{#hasHistory}}<details class="sources"><summary>[[Tidigare frågor|Earlier questions]]</summary><ul class="plainlist">{{#history}}<li><a href="{{address}}"><code>{{sql}}</code></a></li>{{/history}}</ul></details>{{/hasHistory}}
    <script src="{{script}}" defer></script>
    """

  static let queryRunningText = """
    <section aria-labelledby="running"><h2 id="running">[[Frågan körs|The query runs]]</h2>
    <p role="status">{{#percent}}{{percent}} %{{/percent}}{{^percent}}[[Vänta …|Wait …]]{{/percent}} <a href="{{here}}">[[Uppdatera|Refresh]]</a></p>
    <form method="post" action="{{cancel}}"><input type="hidden" name="token" value="{{token}}"><p><button class="second" type="submit">[[Avbryt frågan|Stop the query]]</button></p></form></section>
    """

  static let queryFailedText = """
    <section class="fault" role="alert" aria-labelledby="fault"><h2 id="fault">[[Frågan gav inget svar|The query gave no answer]]</h2>
    <p>{{#place}}{{place}}: {{/place}}{{message}}</p>
    {{#excerpt}}<pre tabindex="0">{{excerpt}}</pre>{{/excerpt}}
    {{#hint}}<p>{{hint}}</p>{{/hint}}</section>
    """

  static let queryResultText = """
    <section aria-labelledby="result"><h2 id="result">[[Svar|Answer]]</h2>
    <p>{{count}} {{#isOne}}[[rad|row]]{{/isOne}}{{^isOne}}[[rader|rows]]{{/isOne}}, {{time}} ms. [[Hämta|Download]]: {{#files}}<a href="{{address}}">{{text}}</a> {{/files}}</p>
    {{#hasRows}}<div class="table"><div class="scroll" role="group" tabindex="0" aria-labelledby="result"><table class="data"><thead><tr>{{#columns}}<th scope="col" class="{{class}}" aria-sort="{{sort}}"><a href="{{address}}">{{name}}</a></th>{{/columns}}</tr></thead>
    <tbody>{{#rows}}<tr>{{#cells}}<td class="{{class}}">{{text}}</td>{{/cells}}</tr>{{/rows}}</tbody></table></div></div>{{/hasRows}}
    {{#isPaged}}<nav class="actions" aria-label="[[Sidor|Pages]]">{{#hasBefore}}<a href="{{before}}">[[Föregående|Previous]]</a>{{/hasBefore}} <span>[[Sida|Page]] {{page}} [[av|of]] {{last}}</span> {{#hasNext}}<a href="{{next}}">[[Nästa|Next]]</a>{{/hasNext}}</nav>{{/isPaged}}</section>
    """
}
