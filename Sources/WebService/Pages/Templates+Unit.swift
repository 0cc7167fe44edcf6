extension Templates.Name {
  static let unitHomeText = """
    {{#hasDue}}<section aria-labelledby="due"><h2 id="due">[[Att göra|To do]]</h2>
    <ul class="plainlist">{{#due}}<li>{{.}}</li>{{/due}}</ul></section>{{/hasDue}}
    <section aria-labelledby="reports"><h2 id="reports">[[Rapporter|Reports]]</h2>
    <ul class="plainlist">{{#reports}}<li><a href="{{address}}">{{text}}</a></li>{{/reports}}</ul></section>
    <section aria-labelledby="sources"><h2 id="sources">[[Enkäter och ärenden|Surveys and cases]]</h2>
    {{#hasSources}}<ul class="plainlist">{{#sources}}<li>{{text}}{{#mayChange}}
    <form method="post" action="{{undo}}"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="folder" value="{{folder}}"><button class="plain" type="submit">[[Ta tillbaka den senaste inläsningen|Take the last import back]]<span class="unseen">: {{text}}</span></button></form>{{/mayChange}}</li>{{/sources}}</ul>{{/hasSources}}
    {{^hasSources}}<p>[[Inga än.|None yet.]]</p>{{/hasSources}}
    {{#mayChange}}<p class="actions"><a class="button" href="{{import}}">[[Läs in svar eller ärenden|Bring in answers or cases]]</a></p>{{/mayChange}}</section>
    {{#hasGoals}}<section aria-labelledby="goals"><h2 id="goals">[[Mål|Goals]] {{year}}</h2>
    <ul class="plainlist">{{#goals}}<li><a href="{{page}}">{{text}}</a> <span class="chip {{class}}">{{verdict}}</span>{{#mayChange}} <a href="{{edit}}">[[ändra målet|change the goal]]<span class="unseen">: {{text}}</span></a>{{#outcomes}}, <a href="{{edit}}">[[ändra utfallet|change the outcome]] ”{{text}}”</a>{{/outcomes}}{{/mayChange}}</li>{{/goals}}</ul></section>{{/hasGoals}}
    """

  static let editText = """
    {{#problem}}<p class="fault" role="alert">{{problem}}</p>{{/problem}}
    <p>{{place}}</p>
    <form class="form" method="post" action="{{action}}">
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="stamp" value="{{stamp}}"><input type="hidden" name="step" value="preview">
    {{#fields}}<label for="field-{{name}}">{{label}}</label>
    {{#isDifferent}}<p class="hint" id="theirs-{{name}}">[[I filen nu|In the file now]]: {{theirs}}{{#isEmpty}}[[tomt|empty]]{{/isEmpty}}</p>{{/isDifferent}}
    <input id="field-{{name}}" name="field-{{name}}" value="{{value}}" maxlength="2000"{{#isNumber}} inputmode="decimal"{{/isNumber}}{{#isDifferent}} aria-describedby="theirs-{{name}}"{{/isDifferent}}>{{/fields}}
    <p class="actions"><button type="submit">[[Granska ändringen|Review the change]]</button> <a href="{{home}}">[[Avbryt|Cancel]]</a></p>
    </form>
    """

  static let editPreviewText = """
    <ul class="plainlist">{{#changes}}<li><b>{{label}}</b>: <del>{{before}}</del> <ins>{{after}}</ins></li>{{/changes}}</ul>
    <h2>[[Så ändras filen|How the file changes]]</h2>
    <pre class="diff" tabindex="0">{{difference}}</pre>
    <form class="form" method="post" action="{{action}}">
    <input type="hidden" name="token" value="{{token}}"><input type="hidden" name="stamp" value="{{stamp}}"><input type="hidden" name="step" value="apply">
    {{#fields}}<input type="hidden" name="field-{{name}}" value="{{value}}">{{/fields}}
    <p class="actions"><button type="submit">[[Spara|Save]]</button> <a href="{{action}}">[[Avbryt|Cancel]]</a></p>
    </form>
    """

  static let uploadText = """
    <p>[[Välj den fil som enkätverktyget eller ärendesystemet har exporterat: Excel, CSV, OpenDocument, SPSS eller Stata. Först visas vad som skulle läsas in, och inget ändras.|Choose the file that the survey tool or case system has exported: Excel, CSV, OpenDocument, SPSS or Stata. What would be taken in is shown first, and nothing changes.]]</p>
    <form class="form" method="post" action="{{action}}" enctype="multipart/form-data">
    <input type="hidden" name="token" value="{{token}}">
    <label for="file">[[Fil|File]]</label>
    <p class="hint" id="file-hint">[[Högst|At most]] {{limit}} MB.</p>
    <input id="file" type="file" name="file" required aria-describedby="file-hint" accept=".xlsx,.csv,.tsv,.txt,.ods,.sav,.zsav,.dta">
    <p class="actions"><button type="submit">[[Förhandsgranska|Preview]]</button></p>
    </form>
    """

  static let importProblemsText = """
    {{#hasProblems}}<section aria-labelledby="problems"><h2 id="problems">[[Att lösa|To be settled]]</h2>
    <ul class="plainlist">{{#problems}}<li>{{#isError}}<b>[[Hindrar|Stops it]]:</b> {{/isError}}{{message}}{{#reason}} ({{reason}}){{/reason}}</li>{{/problems}}</ul></section>{{/hasProblems}}
    {{#nothing}}<p class="lead">[[Inget nytt att läsa in.|There is nothing new to bring in.]]</p>{{/nothing}}
    """

  static let importFormText = """
    <form class="form" method="post" action="{{action}}">
    <input type="hidden" name="token" value="{{token}}">
    {{#hasUnknown}}<fieldset><legend>[[Vad är det här?|What is this?]]</legend>
    {{#unknown}}<input type="hidden" name="known-{{place}}" value="{{text}}">
    <label for="meaning-{{place}}">{{#isQuestion}}[[Frågan|The question]]{{/isQuestion}}{{^isQuestion}}[[Gruppen|The group]]{{/isQuestion}} ”{{text}}”</label>
    <select id="meaning-{{place}}" name="meaning-{{place}}"><option value="">[[(välj)|(choose)]]</option>{{#isQuestion}}<option value="-"{{#isLeftOut}} selected{{/isLeftOut}}>[[utelämna den|leave it out]]</option>{{/isQuestion}}{{#choices}}<option value="{{id}}"{{#isChosen}} selected{{/isChosen}}>{{text}}</option>{{/choices}}</select>{{/unknown}}</fieldset>{{/hasUnknown}}
    {{#hasInvited}}<fieldset><legend>[[Hur många fick enkäten?|How many were asked?]]</legend>
    {{#invited}}<label for="invited-{{id}}">{{text}}</label><input id="invited-{{id}}" name="invited-{{id}}" inputmode="numeric" maxlength="9" value="{{count}}">{{/invited}}</fieldset>{{/hasInvited}}
    <fieldset><legend>[[Vart det ska|Where it goes]]</legend>
    <label for="survey">[[Enkät eller ärendelogg|Survey or case log]]</label>
    <select id="survey" name="survey"><option value="">[[den som passar|the one that fits]]</option>{{#surveys}}<option{{#isChosen}} selected{{/isChosen}}>{{id}}</option>{{/surveys}}</select>
    <label for="new-survey">[[Eller en ny, vad mappen ska heta|Or a new one, what its folder is to be called]]</label>
    <input id="new-survey" name="new-survey" maxlength="60" value="{{newSurvey}}">
    {{#isAnswers}}<label for="wave">[[Omgång, om datumen inte säger det|Round, if the dates do not say]]</label>
    <input id="wave" name="wave" maxlength="40" value="{{wave}}">
    <label class="check"><input type="checkbox" name="adds-new"{{#addsNew}} checked{{/addsNew}}> [[Lägg till frågor och grupper som enkäten inte har|Add questions and groups that the survey lacks]]</label>
    <label class="check"><input type="checkbox" name="leaves-out"{{#leavesOut}} checked{{/leavesOut}}> [[Räkna svar utanför skalan som obesvarade|Count answers off the scale as not answered]]</label>
    <label class="check"><input type="checkbox" name="replaces"{{#replaces}} checked{{/replaces}}> [[Ersätt omgångar som finns|Replace rounds that are there]]</label>{{/isAnswers}}</fieldset>
    <p class="actions">{{#canApply}}<button type="submit" name="step" value="apply">[[Läs in|Bring in]]</button>{{/canApply}}
    <button class="second" type="submit" name="step" value="preview">[[Granska igen|Preview again]]</button>
    <button class="second" type="submit" name="step" value="cancel">[[Avbryt|Cancel]]</button></p>
    </form>
    """

  static let importDoneText = """
    <p class="lead">[[Filen är inläst.|The file is taken in.]]</p>
    <p class="actions"><a class="button" href="{{report}}">[[Se vad den visar|See what it shows]]</a> <a href="{{whole}}">[[Hela rapporten|The whole report]]</a> <a href="{{home}}">[[Enhetens sida|The unit’s page]]</a></p>
    <form method="post" action="{{undo}}"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="folder" value="{{folder}}"><p><button class="second" type="submit">[[Ta tillbaka inläsningen|Take the import back]]</button></p></form>
    """
}
