extension SentenceGoldens {
  /// The goldens of ``AnalysisForms``.
  static let analyses = #"""
    compare, all rows: note
      v lästes som tal; alla 4 rader är med.
      v was read as numbers; all 4 rows are used.
    compare, all rows: says
      Medelvärdet av v: ingen säkerställd skillnad mellan A och B: +2,0 (95 %: −1,0 – +5,0); Welchs t-test, p = 0,106.
      The mean of v: no proven difference between A and B: +2.0 (95%: −1.0 – +5.0); Welch t test, p = 0.106.
    compare, one left out for each reason: note
      v lästes som tal; 7 av 11 rader är med. Inte med: 1 har ”Vet ej” i v; 1 saknar värde i v; 1 hör till en grupp i g som inte jämförs; 1 har en text i stället för ett tal i v (rad 9). 1 tal har ett procenttecken och de andra inget; 12 % lästes som 12.
      v was read as numbers; 7 of 11 rows are used. Left out: 1 has “Vet ej” in v; 1 has no value in v; 1 belongs to a group in g that is not compared; 1 has a text instead of a number in v (line 9). 1 number has a percent sign and the others none; 12% was read as 12.
    compare, one left out for each reason: says
      Medelvärdet av v: ingen säkerställd skillnad mellan A och B: +0,6 (95 %: −3,7 – +4,9); Welchs t-test, p = 0,737.
      The mean of v: no proven difference between A and B: +0.6 (95%: −3.7 – +4.9); Welch t test, p = 0.737.
    compare, two left out for each reason: note
      v lästes som tal; 10 av 18 rader är med. Inte med: 2 har ”Vet ej” i v; 2 saknar värde i v; 2 hör till grupper i g som inte jämförs; 2 har en text i stället för ett tal i v (den första på rad 9). 2 tal har ett procenttecken och de andra inget; 12 % lästes som 12.
      v was read as numbers; 10 of 18 rows are used. Left out: 2 have “Vet ej” in v; 2 have no value in v; 2 belong to groups in g that are not compared; 2 have a text instead of a number in v (the first on line 9). 2 numbers have a percent sign and the others none; 12% was read as 12.
    compare, two left out for each reason: says
      Medelvärdet av v: ingen säkerställd skillnad mellan A och B: +1,4 (95 %: −2,4 – +5,2); Welchs t-test, p = 0,420.
      The mean of v: no proven difference between A and B: +1.4 (95%: −2.4 – +5.2); Welch t test, p = 0.420.
    compare, three groups: note
      v lästes som tal; alla 9 rader är med.
      v was read as numbers; all 9 rows are used.
    compare, three groups: says
      Medelvärdet av v skiljer sig mellan de 3 grupperna (Welchs variansanalys, p = 0,006).
      The mean of v differs between the 3 groups (Welch analysis of variance, p = 0.006).
    compare, all alike: note
      v lästes som ord; alla 4 rader är med.
      v was read as words; all 4 rows are used.
    compare, all alike: says
      Alla svarade lika; det finns inget att pröva.
      Everybody gave the same answer; there is nothing to test.
    compare, three pairs: note
      v lästes som tal; alla 6 rader är med.
      v was read as numbers; all 6 rows are used.
    compare, three pairs: says
      Medelvärdet av v: ingen säkerställd skillnad mellan A och B: +1,7 (95 %: −2,1 – +5,5); parat t-test, p = 0,199.
      The mean of v: no proven difference between A and B: +1.7 (95%: −2.1 – +5.5); paired t test, p = 0.199.
    compare, three pairs: pairs
      3 svarande finns i båda grupperna: 2 högre, 0 lägre, 1 samma.
      3 respondents are in both groups: 2 higher, 0 lower, 1 the same.
    compare, two pairs, one alone: note
      v lästes som tal; 4 av 5 rader är med. Inte med: 1 har ingen motsvarighet i den andra gruppen enligt id.
      v was read as numbers; 4 of 5 rows are used. Left out: 1 has no counterpart in the other group by id.
    compare, two pairs, one alone: says
      Medelvärdet av v: ingen säkerställd skillnad mellan A och B: +2,5 (95 %: −3,9 – +8,9); parat t-test, p = 0,126.
      The mean of v: no proven difference between A and B: +2.5 (95%: −3.9 – +8.9); paired t test, p = 0.126.
    compare, two pairs, one alone: pairs
      2 svarande finns i båda grupperna: 2 högre, 0 lägre, 0 samma. 1 finns bara i en och är inte med.
      2 respondents are in both groups: 2 higher, 0 lower, 0 the same. 1 is in one only and left out.
    compare, two pairs, two alone: note
      v lästes som tal; 4 av 6 rader är med. Inte med: 2 har ingen motsvarighet i den andra gruppen enligt id.
      v was read as numbers; 4 of 6 rows are used. Left out: 2 have no counterpart in the other group by id.
    compare, two pairs, two alone: says
      Medelvärdet av v: ingen säkerställd skillnad mellan A och B: +2,5 (95 %: −3,9 – +8,9); parat t-test, p = 0,126.
      The mean of v: no proven difference between A and B: +2.5 (95%: −3.9 – +8.9); paired t test, p = 0.126.
    compare, two pairs, two alone: pairs
      2 svarande finns i båda grupperna: 2 högre, 0 lägre, 0 samma. 2 finns bara i en och är inte med.
      2 respondents are in both groups: 2 higher, 0 lower, 0 the same. 2 are in one only and left out.
    trend, one value: note
      year lästes som år, 2001; den enda raden är med.
      year was read as years, 2001; the only row is used.
    trend, one value: says
      V: ett enda värde, 3 (2001); det finns inget att jämföra med.
      V: a single value, 3 (2001); there is nothing to compare it with.
    trend, two values: note
      year lästes som år, 2001–2002; båda raderna är med.
      year was read as years, 2001–2002; both rows are used.
    trend, two values: says
      V gick från 3 (2001) till 5 (2002): en förändring mellan två värden, ingen trend.
      V went from 3 (2001) to 5 (2002): a change between two values, not a trend.
    trend, two like values: note
      year lästes som år, 2001–2002; båda raderna är med.
      year was read as years, 2001–2002; both rows are used.
    trend, two like values: says
      V var 3 både 2001 och 2002; två värden är ingen trend.
      V was 3 both 2001 and 2002; two values are no trend.
    trend, three values: note
      year lästes som år, 2001–2003; alla 3 rader är med.
      year was read as years, 2001–2003; all 3 rows are used.
    trend, three values: says
      V visar ingen säkerställd förändring 2001–2003: +0,50 per period; Mann–Kendalls test, p = 1,000.
      V shows no proven change 2001–2003: +0.50 a period; Mann–Kendall test, p = 1.000.
    trend, ten values: note
      year lästes som år, 2001–2010; alla 10 rader är med.
      year was read as years, 2001–2010; all 10 rows are used.
    trend, ten values: says
      V har ökat 2001–2010: +1,00 per period (95 %: +1,0 – +1,0); Mann–Kendalls test, p < 0,001.
      V has risen 2001–2010: +1.00 a period (95%: +1.0 – +1.0); Mann–Kendall test, p < 0.001.
    trend, one gap: note
      year lästes som år, 2001–2003; båda raderna är med. Utan värde: 2002.
      year was read as years, 2001–2003; both rows are used. Without a value: 2002.
    trend, one gap: says
      V gick från 1 (2001) till 2 (2003): en förändring mellan två värden, ingen trend.
      V went from 1 (2001) to 2 (2003): a change between two values, not a trend.
    trend, seven gaps: note
      year lästes som år, 2001–2009; båda raderna är med. Utan värde: 2002, 2003, 2004, 2005, 2006, 2007 och 1 till.
      year was read as years, 2001–2009; both rows are used. Without a value: 2002, 2003, 2004, 2005, 2006, 2007 and 1 more.
    trend, seven gaps: says
      V gick från 1 (2001) till 2 (2009): en förändring mellan två värden, ingen trend.
      V went from 1 (2001) to 2 (2009): a change between two values, not a trend.
    trend, eight gaps: note
      year lästes som år, 2001–2010; båda raderna är med. Utan värde: 2002, 2003, 2004, 2005, 2006, 2007 och 2 till.
      year was read as years, 2001–2010; both rows are used. Without a value: 2002, 2003, 2004, 2005, 2006, 2007 and 2 more.
    trend, eight gaps: says
      V gick från 1 (2001) till 2 (2010): en förändring mellan två värden, ingen trend.
      V went from 1 (2001) to 2 (2010): a change between two values, not a trend.
    trend, 13 series: says
      … och 1 serie till i tabellen.
      … and 1 more series in the table.
    trend, 14 series: says
      … och 2 serier till i tabellen.
      … and 2 more series in the table.
    chart, one point: says
      1 punkt räcker inte till ett styrdiagram (12 behövs).
      1 point is too few for a control chart (12 are needed).
    chart, two points: says
      2 punkter räcker inte till ett styrdiagram (12 behövs). I stället: det senaste värdet, 4, jämfört med det tidigare, 3.
      2 points are too few for a control chart (12 are needed). Instead: the latest value, 4, beside the earlier one, 3.
    chart, three points: says
      3 punkter räcker inte till ett styrdiagram (12 behövs). I stället: det senaste värdet, 6, jämfört med de tidigare, som låg mellan 3 och 4 (median 3,5).
      3 points are too few for a control chart (12 are needed). Instead: the latest value, 6, beside the earlier ones, which lay between 3 and 4 (median 3.5).
    chart, three alike: says
      3 punkter räcker inte till ett styrdiagram (12 behövs). I stället: det senaste värdet, 3, jämfört med de tidigare, som alla var 3.
      3 points are too few for a control chart (12 are needed). Instead: the latest value, 3, beside the earlier ones, which were all 3.
    chart, no signal: says
      Bara slumpmässig variation i 24 punkter.
      Only random variation in 24 points.
    chart, one signal: says
      1 av 25 punkter ingår i tecken på en särskild orsak.
      1 of 25 points is part of signs of a special cause.
    chart, two signals: says
      2 av 50 punkter ingår i tecken på en särskild orsak.
      2 of 50 points are part of signs of a special cause.
    weight, one respondent: note
      Den enda raden är med.
      The only row is used.
    weight, one respondent: says
      1 svarande fick vikten 1,00.
      1 respondent got the weight 1.00.
    weight, all alike: note
      Båda raderna är med.
      Both rows are used.
    weight, all alike: says
      2 svarande fick samma vikt, 1,00.
      2 respondents got the same weight, 1.00.
    weight, unlike: note
      Alla 3 rader är med.
      All 3 rows are used.
    weight, unlike: says
      3 svarande fick vikter mellan 0,75 och 1,50. Att vikterna är olika stora kostar, räknat enligt Kish, lika mycket som att bara 2,7 hade svarat.
      3 respondents got weights between 0.75 and 1.50. That the weights differ costs, by Kish’s formula, as much as if only 2.7 had answered.
    weight, one left out: note
      2 av 3 rader är med. Inte med: 1 saknar värde i sex.
      2 of 3 rows are used. Left out: 1 has no value in sex.
    weight, one left out: says
      2 svarande fick samma vikt, 1,00.
      2 respondents got the same weight, 1.00.
    """#
}
