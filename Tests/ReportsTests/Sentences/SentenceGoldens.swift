/// The goldens of ``SentenceForms``: the name of a form, then how it reads in Swedish and English.
enum SentenceGoldens {
  static let text = pages + "\n" + analyses

  private static let pages = #"""
    goals: none
      Inga mål.
      No goals.
    goals: 1 met
      1 mål är uppnått.
      1 goal is met.
    goals: 3 met
      3 mål är uppnådda.
      3 goals are met.
    goals: 1 nearly
      1 mål är nästan uppnått.
      1 goal is nearly met.
    goals: 3 nearly
      3 mål är nästan uppnådda.
      3 goals are nearly met.
    goals: 1 notMet
      1 mål är ej uppnått.
      1 goal is not met.
    goals: 3 notMet
      3 mål är ej uppnådda.
      3 goals are not met.
    goals: 1 underWay
      1 mål pågår.
      1 goal is under way.
    goals: 3 underWay
      3 mål pågår.
      3 goals are under way.
    goals: 1 dropped
      1 mål utgår.
      1 goal is dropped.
    goals: 3 dropped
      3 mål utgår.
      3 goals are dropped.
    goals: 1 planned
      1 mål är planerat; utfall finns ännu inte.
      1 goal is planned; there is no outcome yet.
    goals: 3 planned
      3 mål är planerade; utfall finns ännu inte.
      3 goals are planned; there is no outcome yet.
    goals: 1 cannotAssess
      1 mål kan inte bedömas.
      1 goal cannot be assessed.
    goals: 3 cannotAssess
      3 mål kan inte bedömas.
      3 goals cannot be assessed.
    goals: 1 of each
      7 mål: 1 uppnått, 1 nästan uppnått, 1 ej uppnått, 1 som pågår, 1 som utgår, 1 planerat och 1 som inte kan bedömas.
      7 goals: 1 met, 1 nearly met, 1 not met, 1 under way, 1 dropped, 1 planned and 1 that cannot be assessed.
    goals: 1 differing
      2 mål är ej uppnådda. För 1 ger dokumentet ett annat omdöme än utfallet.
      2 goals are not met. For 1 the document gives a verdict other than that of the outcome.
    conditions: 1
      Inga mål. Därtill 1 villkor, som inte bedöms.
      No goals. Besides, 1 condition, which is not judged.
    routines: 1
      1 mål är uppnått. Därtill 1 rutin, som inte bedöms.
      1 goal is met. Besides, 1 routine, which is not judged.
    conditions and routines: 1
      Inga mål. Därtill 1 villkor och 1 rutin, som inte bedöms.
      No goals. Besides, 1 condition and 1 routine, which are not judged.
    goals: 2 of each
      14 mål: 2 uppnådda, 2 nästan uppnådda, 2 ej uppnådda, 2 som pågår, 2 som utgår, 2 planerade och 2 som inte kan bedömas.
      14 goals: 2 met, 2 nearly met, 2 not met, 2 under way, 2 dropped, 2 planned and 2 that cannot be assessed.
    goals: 2 differing
      2 mål är ej uppnådda. För 2 ger dokumentet ett annat omdöme än utfallet.
      2 goals are not met. For 2 the document gives a verdict other than that of the outcome.
    conditions: 2
      Inga mål. Därtill 2 villkor, som inte bedöms.
      No goals. Besides, 2 conditions, which are not judged.
    routines: 2
      1 mål är uppnått. Därtill 2 rutiner, som inte bedöms.
      1 goal is met. Besides, 2 routines, which are not judged.
    conditions and routines: 2
      Inga mål. Därtill 2 villkor och 2 rutiner, som inte bedöms.
      No goals. Besides, 2 conditions and 2 routines, which are not judged.
    goals listed: 0
      Inget har bedömningen ”ej uppnått”.
      None has the verdict “not met”.
    weakest part: 0 of 3
      inget av 3 delmål kan bedömas
      none of 3 parts can be assessed
    goals listed: 1
      Här visas det enda med bedömningen ”ej uppnått”.
      Only the one with the verdict “not met” is listed.
    weakest part: 1 of 3
      svagaste delmålet; 1 av 3 bedömt
      weakest part; 1 of 3 assessed
    goals listed: 3
      Här visas de 3 med bedömningen ”ej uppnått”.
      Only the 3 with the verdict “not met” are listed.
    weakest part: 3 of 3
      svagaste delmålet; 3 av 3 bedömda
      weakest part; 3 of 3 assessed
    activities: 1 done
      1 aktivitet är genomförd. Den är inte försenad den 2023-12-31.
      1 activity is carried out. It is not late as of 2023-12-31.
    activities: 1 under way
      1 aktivitet pågår. Den är inte försenad den 2023-12-31.
      1 activity is under way. It is not late as of 2023-12-31.
    activities: 1 not done
      1 aktivitet är ej gjord. Den är inte försenad den 2023-12-31.
      1 activity is not done. It is not late as of 2023-12-31.
    activities: 1 dropped
      1 aktivitet är avförd. Den är inte försenad den 2023-12-31.
      1 activity is dropped. It is not late as of 2023-12-31.
    activities: 1 elsewhere
      1 aktivitet redovisas separat. Den är inte försenad den 2023-12-31.
      1 activity is reported elsewhere. It is not late as of 2023-12-31.
    activities: 1 without status
      1 aktivitet saknar angiven status. Den är inte försenad den 2023-12-31.
      1 activity has no stated status. It is not late as of 2023-12-31.
    activities: 1 of each
      6 aktiviteter: 1 genomförd, 1 som pågår, 1 ej gjord, 1 avförd, 1 som redovisas separat och 1 utan angiven status. 1 är försenad den 2023-12-31; för ytterligare 1 är tiden ute, men den anges gå enligt plan.
      6 activities: 1 carried out, 1 under way, 1 not done, 1 dropped, 1 reported elsewhere and 1 without a stated status. 1 is late as of 2023-12-31; for 1 more the time is up, but it is said to be on plan.
    activities: 1 late of 1
      1 aktivitet pågår. Den är försenad den 2023-12-31.
      1 activity is under way. It is late as of 2023-12-31.
    activities: 1, all past their end
      1 aktivitet pågår. Den är inte försenad den 2023-12-31; tiden är ute, men den anges gå enligt plan.
      1 activity is under way. It is not late as of 2023-12-31; its time is up, but it is said to be on plan.
    activities: none late, 1 on plan
      3 aktiviteter pågår. Ingen är försenad den 2023-12-31; för 1 är tiden ute, men den anges gå enligt plan.
      3 activities are under way. None is late as of 2023-12-31; for 1 the time is up, but it is said to be on plan.
    activities: 3 done
      3 aktiviteter är genomförda. Ingen är försenad den 2023-12-31.
      3 activities are carried out. None is late as of 2023-12-31.
    activities: 3 under way
      3 aktiviteter pågår. Ingen är försenad den 2023-12-31.
      3 activities are under way. None is late as of 2023-12-31.
    activities: 3 not done
      3 aktiviteter är ej gjorda. Ingen är försenad den 2023-12-31.
      3 activities are not done. None is late as of 2023-12-31.
    activities: 3 dropped
      3 aktiviteter är avförda. Ingen är försenad den 2023-12-31.
      3 activities are dropped. None is late as of 2023-12-31.
    activities: 3 elsewhere
      3 aktiviteter redovisas separat. Ingen är försenad den 2023-12-31.
      3 activities are reported elsewhere. None is late as of 2023-12-31.
    activities: 3 without status
      3 aktiviteter saknar angiven status. Ingen är försenad den 2023-12-31.
      3 activities have no stated status. None is late as of 2023-12-31.
    activities: 3 of each
      18 aktiviteter: 3 genomförda, 3 som pågår, 3 ej gjorda, 3 avförda, 3 som redovisas separat och 3 utan angiven status. 3 är försenade den 2023-12-31; för ytterligare 3 är tiden ute, men de anges gå enligt plan.
      18 activities: 3 carried out, 3 under way, 3 not done, 3 dropped, 3 reported elsewhere and 3 without a stated status. 3 are late as of 2023-12-31; for 3 more the time is up, but they are said to be on plan.
    activities: 1 late of 3
      3 aktiviteter pågår. 1 är försenad den 2023-12-31.
      3 activities are under way. 1 is late as of 2023-12-31.
    activities: 3, all past their end
      3 aktiviteter pågår. Ingen är försenad den 2023-12-31; för 3 är tiden ute, men de anges gå enligt plan.
      3 activities are under way. None is late as of 2023-12-31; for 3 the time is up, but they are said to be on plan.
    activities: none late, 3 on plan
      3 aktiviteter pågår. Ingen är försenad den 2023-12-31; för 3 är tiden ute, men de anges gå enligt plan.
      3 activities are under way. None is late as of 2023-12-31; for 3 the time is up, but they are said to be on plan.
    follow-ups: 0
      Uppföljning 2023: ingen ännu. Nästa: 2024-04-30.
      Follow-up 2023: none yet. Next: 2024-04-30.
    follow-ups: 1
      Uppföljning 2023: 2023-12-31. Nästa: 2024-04-30.
      Follow-up 2023: 2023-12-31. Next: 2024-04-30.
    follow-ups: 2
      Uppföljningar 2023: 2023-12-31, 2023-12-31.
      Follow-ups 2023: 2023-12-31, 2023-12-31.
    control: nothing stated
      1 kontrollområde. Det saknar angivet resultat.
      1 control area. It has no stated result.
    control: 1, done
      1 kontrollområde med 1 kontrollpunkt och 1 planerad kontroll under året. Det är utan anmärkning.
      1 control area with 1 control point and 1 planned control in the year. It is without remark.
    control: 1, open
      1 kontrollområde med 2 kontrollpunkter. Det är inte avslutat.
      1 control area with 2 control points. It is not concluded.
    control: 3, all done
      3 kontrollområden med 0,5 planerade kontroller under året. Alla är utan anmärkning.
      3 control areas with 0.5 planned controls in the year. All are without remark.
    control: 3, all open
      3 kontrollområden med 4 kontrollpunkter. Inget är avslutat.
      3 control areas with 4 control points. None is concluded.
    control: 3, none stated
      3 kontrollområden. Alla saknar angivet resultat.
      3 control areas. All have no stated result.
    control: one of each
      3 kontrollområden med 5 kontrollpunkter och 12 planerade kontroller under året. 1 är utan anmärkning, 1 är inte avslutat och 1 saknar angivet resultat.
      3 control areas with 5 control points and 12 planned controls in the year. 1 is without remark, 1 is not concluded and 1 has no stated result.
    control: several of each
      6 kontrollområden med 5 kontrollpunkter och 12 planerade kontroller under året. 2 är utan anmärkning, 2 är inte avslutade och 2 saknar angivet resultat.
      6 control areas with 5 control points and 12 planned controls in the year. 2 are without remark, 2 are not concluded and 2 have no stated result.
    groups: 0, 0 reached
      Ingen grupp är mätt två gånger.
      No group was measured twice.
    groups: 1, 0 reached
      1 grupp är mätt två gånger; prestationen ändrades med +5,0 %. Den nådde inte 10 %.
      1 group was measured twice; performance changed by +5.0%. It did not reach 10%.
    groups: 1, 1 reached
      1 grupp är mätt två gånger; prestationen ändrades med +5,0 %. Den nådde minst 10 %.
      1 group was measured twice; performance changed by +5.0%. It reached at least 10%.
    groups: 4, 0 reached
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). Ingen nådde 10 %.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). None reached 10%.
    groups: 4, 1 reached
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 1 nådde minst 10 %.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 1 reached at least 10%.
    groups: 4, 3 reached
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 3 nådde minst 10 %.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 3 reached at least 10%.
    groups: 0 paused
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 3 nådde minst 10 %.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 3 reached at least 10%.
    groups: 0 measured once
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 3 nådde minst 10 %.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 3 reached at least 10%.
    groups: 0 paused and once
      Ingen grupp är mätt två gånger.
      No group was measured twice.
    groups: 1 paused
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 3 nådde minst 10 %. 1 pausat uppdrag är lämnat utanför.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 3 reached at least 10%. 1 paused assignment is left out.
    groups: 1 measured once
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 3 nådde minst 10 %. 1 grupp mättes bara en gång.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 3 reached at least 10%. 1 group was measured only once.
    groups: 1 paused and once
      Ingen grupp är mätt två gånger. 1 pausat uppdrag är lämnat utanför och 1 grupp mättes bara en gång.
      No group was measured twice. 1 paused assignment is left out and 1 group was measured only once.
    groups: 2 paused
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 3 nådde minst 10 %. 2 pausade uppdrag är lämnade utanför.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 3 reached at least 10%. 2 paused assignments are left out.
    groups: 2 measured once
      4 grupper är mätta två gånger; i medel ändrades prestationen med +5,0 % (95 %: −2,0 – +12,0 %). 3 nådde minst 10 %. 2 grupper mättes bara en gång.
      4 groups were measured twice; on average performance changed by +5.0% (95%: −2.0 – +12.0%). 3 reached at least 10%. 2 groups were measured only once.
    groups: 2 paused and once
      Ingen grupp är mätt två gånger. 2 pausade uppdrag är lämnade utanför och 2 grupper mättes bara en gång.
      No group was measured twice. 2 paused assignments are left out and 2 groups were measured only once.
    groups: without a change
      2 grupper är mätta två gånger. Ingen nådde 10 %.
      2 groups were measured twice. None reached 10%.
    cases: 1
      1 ärende kom in 2023. Läget gäller 2023-12-31, den senaste dagen i loggen.
      1 case was received in 2023. As of 2023-12-31, the newest day in the log.
    cases: 12
      12 ärenden kom in 2023. Läget gäller 2023-12-31.
      12 cases were received in 2023. As of 2023-12-31.
    cases: 12, of which few
      12 ärenden kom in 2023, varav ·· ombudsmannaärenden (för få). Läget gäller 2023-12-31.
      12 cases were received in 2023, of which ·· ombudsman cases (too few). As of 2023-12-31.
    cases: 12, of which withheld
      12 ärenden kom in 2023, varav ·· ombudsmannaärenden (skulle röja ett annat tal). Läget gäller 2023-12-31.
      12 cases were received in 2023, of which ·· ombudsman cases (would reveal another figure). As of 2023-12-31.
    cases: 12, of which 0
      12 ärenden kom in 2023, varav 0 ombudsmannaärenden. Läget gäller 2023-12-31.
      12 cases were received in 2023, of which 0 ombudsman cases. As of 2023-12-31.
    cases: 0 with time left
      Inget öppet har tid kvar.
      No open case has time left.
    cases: 0 unusable
      (inget)
      (nothing)
    cases: 12, of which 1
      12 ärenden kom in 2023, varav ombudsmannaärenden: 1. Läget gäller 2023-12-31.
      12 cases were received in 2023, of which ombudsman cases: 1. As of 2023-12-31.
    cases: 1 with time left
      1 öppet har tid kvar.
      1 open case has time left.
    cases: 1 unusable
      1 rad går inte att bedöma; 'nyckeltal check' säger varför.
      1 row cannot be judged; 'nyckeltal check' says why.
    cases: 12, of which 5
      12 ärenden kom in 2023, varav 5 ombudsmannaärenden. Läget gäller 2023-12-31.
      12 cases were received in 2023, of which 5 ombudsman cases. As of 2023-12-31.
    cases: 5 with time left
      5 öppna har tid kvar.
      5 open cases have time left.
    cases: 5 unusable
      5 rader går inte att bedöma; 'nyckeltal check' säger varför.
      5 rows cannot be judged; 'nyckeltal check' says why.
    check: 0, 0, 0
      Inga fel, varningar eller noteringar.
      No errors, warnings or notes.
    check: 1, 0, 0
      1 fel, 0 varningar, 0 noteringar.
      1 error, 0 warnings, 0 notes.
    check: 0, 1, 1
      0 fel, 1 varning, 1 notering.
      0 errors, 1 warning, 1 note.
    check: 2, 3, 4
      2 fel, 3 varningar, 4 noteringar.
      2 errors, 3 warnings, 4 notes.
    check: 0 of 0 known
      (inget)
      (nothing)
    check: 0 of 1 known
      Kontrollerna pekar inte på den enda kända motsägelsen eller luckan.
      The checks do not point at the only known contradiction or gap.
    check: 1 of 1 known
      Kontrollerna pekar på den enda kända motsägelsen eller luckan.
      The checks point at the only known contradiction or gap.
    check: 0 of 5 known
      Kontrollerna pekar inte på någon av 5 kända motsägelser och luckor.
      The checks point at none of 5 known contradictions and gaps.
    check: 1 of 5 known
      Kontrollerna pekar på 1 av 5 kända motsägelser och luckor.
      The checks point at 1 of 5 known contradictions and gaps.
    check: 5 of 5 known
      Kontrollerna pekar på 5 av 5 kända motsägelser och luckor.
      The checks point at 5 of 5 known contradictions and gaps.
    totals: 0 of 1 differ
      1 angiven summa är kontrollerad mot sina delar; den stämmer.
      1 stated total is checked against its parts; it agrees.
    accounts: 0 of 1 differ
      1 summa eller hänvisning är avstämd mot dokumentets tryckta tal; den stämmer.
      1 sum or reference is reconciled with the figures that the document prints; it agrees.
    totals: 1 of 1 differ
      1 angiven summa är kontrollerad mot sina delar; den avviker.
      1 stated total is checked against its parts; it differs.
    accounts: 1 of 1 differ
      1 summa eller hänvisning är avstämd mot dokumentets tryckta tal; den avviker.
      1 sum or reference is reconciled with the figures that the document prints; it differs.
    totals: 0 of 4 differ
      4 angivna summor är kontrollerade mot sina delar; ingen avviker.
      4 stated totals are checked against their parts; none differs.
    accounts: 0 of 4 differ
      4 summor och hänvisningar är avstämda mot dokumentets tryckta tal; alla stämmer.
      4 sums and references are reconciled with the figures that the document prints; all agree.
    totals: 1 of 4 differ
      4 angivna summor är kontrollerade mot sina delar; 1 avviker.
      4 stated totals are checked against their parts; 1 differs.
    accounts: 1 of 4 differ
      4 summor och hänvisningar är avstämda mot dokumentets tryckta tal; 1 avviker.
      4 sums and references are reconciled with the figures that the document prints; 1 differs.
    totals: 2 of 4 differ
      4 angivna summor är kontrollerade mot sina delar; 2 avviker.
      4 stated totals are checked against their parts; 2 differ.
    accounts: 2 of 4 differ
      4 summor och hänvisningar är avstämda mot dokumentets tryckta tal; 2 avviker.
      4 sums and references are reconciled with the figures that the document prints; 2 differ.
    survey: 0 of 0, 0 substitutes
      Ingen tillfrågades.
      Nobody was asked.
    survey: 0 of 1, 0 substitutes
      Den enda som tillfrågades svarade inte.
      The only person asked did not answer.
    survey: 1 of 1, 0 substitutes
      1 av 1 tillfrågad svarade, en svarsfrekvens på 100 % (AAPOR RR2).
      1 of 1 person asked answered, a response rate of 100% (AAPOR RR2).
    survey: 0 of 5, 0 substitutes
      Ingen av de 5 tillfrågade svarade.
      None of the 5 persons asked answered.
    survey: 1 of 5, 0 substitutes
      1 av 5 tillfrågade svarade, en svarsfrekvens på 20 % (AAPOR RR2).
      1 of 5 persons asked answered, a response rate of 20% (AAPOR RR2).
    survey: 3 of 5, 1 substitutes
      3 av 5 tillfrågade svarade, en svarsfrekvens på 60 % (AAPOR RR2). 1 av de tillfrågade var ersättare; utan ersättare svarade 2 av 4, 50 %.
      3 of 5 persons asked answered, a response rate of 60% (AAPOR RR2). 1 of those asked was a substitute; without substitutes 2 of 4 answered, 50%.
    survey: 5 of 5, 2 substitutes
      5 av 5 tillfrågade svarade, en svarsfrekvens på 100 % (AAPOR RR2). 2 av de tillfrågade var ersättare; utan ersättare svarade 3 av 3, 100 %.
      5 of 5 persons asked answered, a response rate of 100% (AAPOR RR2). 2 of those asked were substitutes; without substitutes 3 of 3 answered, 100%.
    tipping point: reached, 0 missing
      alla har svarat, och målet nås
      everybody answered, and the goal is reached
    tipping point: out of reach, 0 missing
      alla har svarat, och målet nås inte
      everybody answered, and the goal is not reached
    tipping point: reached, 1 missing
      målet nås oavsett hur den som inte svarat är
      the goal is reached whatever the one who did not answer thinks
    tipping point: out of reach, 1 missing
      målet kan inte nås ens om den som inte svarat är positiv
      the goal cannot be reached even if the one who did not answer is positive
    tipping point: reached, 2 missing
      målet nås oavsett hur de 2 som inte svarat är
      the goal is reached whatever the 2 who did not answer think
    tipping point: out of reach, 2 missing
      målet kan inte nås ens om båda de som inte svarat är positiva
      the goal cannot be reached even if both who did not answer are positive
    tipping point: reached, 5 missing
      målet nås oavsett hur de 5 som inte svarat är
      the goal is reached whatever the 5 who did not answer think
    tipping point: out of reach, 5 missing
      målet kan inte nås ens om alla 5 som inte svarat är positiva
      the goal cannot be reached even if all 5 who did not answer are positive
    tipping point: needs 1 of 1
      målet nås bara om den som inte svarat är positiv
      the goal is reached only if the one who did not answer is positive
    tipping point: needs 1 of 2
      målet nås om minst 1 av de 2 som inte svarat är positiv
      the goal is reached if at least 1 of the 2 who did not answer is positive
    tipping point: needs 2 of 2
      målet nås bara om båda de som inte svarat är positiva
      the goal is reached only if both who did not answer are positive
    tipping point: needs 1 of 5
      målet nås om minst 1 av de 5 som inte svarat är positiv
      the goal is reached if at least 1 of the 5 who did not answer is positive
    tipping point: needs 3 of 5
      målet nås om minst 3 av de 5 som inte svarat är positiva
      the goal is reached if at least 3 of the 5 who did not answer are positive
    tipping point: needs 5 of 5
      målet nås bara om alla 5 som inte svarat är positiva
      the goal is reached only if all 5 who did not answer are positive
    change: none comparable
      Svaren går inte att jämföra.
      The answers cannot be compared.
    change by group: none comparable
      Per mottagargrupp går ingen ändring av svaren att pröva.
      By recipient group no change of the answers can be tested.
    change: 1 up
      Jämfört med förra året har svarsfrekvensen stigit för 1 fråga. Andelen positiva har ökat för 1 fråga, av 1 som kan prövas.
      Compared with last year the response rate has risen for 1 question. The positive share has risen for 1 question, of 1 that can be tested.
    change by group: 1 up
      I den enda mottagargrupp och fråga som kan prövas har andelen positiva ökat.
      In the only recipient group and question that can be tested the positive share has risen.
    rate: 1 up
      +25 pe, stigit
      +25 pp, risen
    answers: 1 up
      har ökat
      has risen
    change: 1 down
      Jämfört med förra året har svarsfrekvensen sjunkit för 1 fråga. Andelen positiva har minskat för 1 fråga, av 1 som kan prövas.
      Compared with last year the response rate has fallen for 1 question. The positive share has fallen for 1 question, of 1 that can be tested.
    change by group: 1 down
      I den enda mottagargrupp och fråga som kan prövas har andelen positiva minskat.
      In the only recipient group and question that can be tested the positive share has fallen.
    rate: 1 down
      −25 pe, sjunkit
      −25 pp, fallen
    answers: 1 down
      har minskat
      has fallen
    change: 1 same
      Svarsfrekvensen är densamma som i förra året för 1 fråga. För den enda fråga som kan prövas är skillnaden i svar inte större än slumpen kan ge.
      The response rate is the same as in last year for 1 question. For the only question that can be tested the difference in answers is no larger than chance can give.
    change by group: 1 same
      Den enda ändring per mottagargrupp som kan prövas är inte större än slumpen kan ge.
      The only change by recipient group that can be tested is no larger than chance can give.
    rate: 1 same
      samma
      same
    answers: 1 same
      nej
      no
    change: 1 nearly
      Jämfört med förra året skiljer svarsfrekvensen bara en eller två personer för 1 fråga. För den enda fråga som kan prövas är skillnaden i svar inte större än slumpen kan ge.
      Compared with last year the response rate differs by one or two persons only for 1 question. For the only question that can be tested the difference in answers is no larger than chance can give.
    change by group: 1 nearly
      Den enda ändring per mottagargrupp som kan prövas är inte större än slumpen kan ge.
      The only change by recipient group that can be tested is no larger than chance can give.
    rate: 1 nearly
      10 av 20 → 9 av 20, en person färre
      10 of 20 → 9 of 20, one person fewer
    answers: 1 nearly
      nej
      no
    change: 1 with few
      Svarsfrekvensen är densamma som i förra året för 1 fråga. För 1 fråga är svaren för få för att säga något (färre än 5 i någon omgång); där står antalen.
      The response rate is the same as in last year for 1 question. For 1 question there are too few answers to tell (fewer than 5 in a wave); the table gives the counts instead.
    change by group: 1 with few
      Per mottagargrupp går ingen ändring av svaren att pröva.
      By recipient group no change of the answers can be tested.
    rate: 1 with few
      samma
      same
    answers: 1 with few
      för få svar: 2 av 4 → 3 av 4
      too few answers: 2 of 4 → 3 of 4
    change: 1 of each
      Jämfört med förra året har svarsfrekvensen stigit för 1 fråga och sjunkit för 1 fråga. För 1 fråga skiljer den bara en eller två personer. För 2 frågor är den densamma. Andelen positiva har ökat för 1 fråga och minskat för 1 fråga, av 4 som kan prövas. För 1 fråga är svaren för få för att säga något (färre än 5 i någon omgång); där står antalen.
      Compared with last year the response rate has risen for 1 question and fallen for 1 question. For 1 question it differs by one or two persons only. For 2 questions it is the same. The positive share has risen for 1 question and fallen for 1 question, of 4 that can be tested. For 1 question there are too few answers to tell (fewer than 5 in a wave); the table gives the counts instead.
    change by group: 1 of each
      Per mottagargrupp har andelen positiva ökat i 1 fall och minskat i 1 fall, av 4 som kan prövas.
      By recipient group the positive share has risen in 1 case and fallen in 1 case, of 4 that can be tested.
    rate: 1 of each
      samma
      same
    answers: 1 of each
      för få svar: 2 av 4 → 3 av 4
      too few answers: 2 of 4 → 3 of 4
    change: 2 of each
      Jämfört med förra året har svarsfrekvensen stigit för 2 frågor och sjunkit för 2 frågor. För 2 frågor skiljer den bara en eller två personer. För 4 frågor är den densamma. Andelen positiva har ökat för 2 frågor och minskat för 2 frågor, av 8 som kan prövas. För 2 frågor är svaren för få för att säga något (färre än 5 i någon omgång); där står antalen.
      Compared with last year the response rate has risen for 2 questions and fallen for 2 questions. For 2 questions it differs by one or two persons only. For 4 questions it is the same. The positive share has risen for 2 questions and fallen for 2 questions, of 8 that can be tested. For 2 questions there are too few answers to tell (fewer than 5 in a wave); the table gives the counts instead.
    change by group: 2 of each
      Per mottagargrupp har andelen positiva ökat i 2 fall och minskat i 2 fall, av 8 som kan prövas.
      By recipient group the positive share has risen in 2 cases and fallen in 2 cases, of 8 that can be tested.
    change: 2 same
      Svarsfrekvensen är densamma som i förra året för 2 frågor. För ingen av de 2 frågor som kan prövas är skillnaden i svar större än slumpen kan ge.
      The response rate is the same as in last year for 2 questions. For none of the 2 questions that can be tested is the difference in answers larger than chance can give.
    change by group: 2 same
      Ingen av de 2 ändringar per mottagargrupp som kan prövas är större än slumpen kan ge.
      None of the 2 changes by recipient group that can be tested is larger than chance can give.
    change: 2 nearly
      Jämfört med förra året skiljer svarsfrekvensen bara en eller två personer för 2 frågor. För ingen av de 2 frågor som kan prövas är skillnaden i svar större än slumpen kan ge.
      Compared with last year the response rate differs by one or two persons only for 2 questions. For none of the 2 questions that can be tested is the difference in answers larger than chance can give.
    change by group: 2 nearly
      Ingen av de 2 ändringar per mottagargrupp som kan prövas är större än slumpen kan ge.
      None of the 2 changes by recipient group that can be tested is larger than chance can give.
    change: 2 with few
      Svarsfrekvensen är densamma som i förra året för 2 frågor. För 2 frågor är svaren för få för att säga något (färre än 5 i någon omgång); där står antalen.
      The response rate is the same as in last year for 2 questions. For 2 questions there are too few answers to tell (fewer than 5 in a wave); the table gives the counts instead.
    change by group: 2 with few
      Per mottagargrupp går ingen ändring av svaren att pröva.
      By recipient group no change of the answers can be tested.
    pairs: 1 gained
      nej (samma 12 personer: 1 blev positiv, 0 slutade vara det)
      no (the same 12 persons: 1 became positive, 0 ceased to be)
    pairs: 7 gained
      har ökat (samma 12 personer: 7 blev positiva, 0 slutade vara det)
      has risen (the same 12 persons: 7 became positive, 0 ceased to be)
    pairs: 1 lost
      nej (samma 12 personer: 0 blev positiva, 1 slutade vara det)
      no (the same 12 persons: 0 became positive, 1 ceased to be)
    caution: 1 of 4 cells
      1 av 4 celler har ett väntat antal under 5
      1 of 4 cells has an expected count below 5
    caution: 1 equal pairs
      1 par med lika värden är inte med
      1 equal pair is left out
    caution: 1 people
      1 person, färre än 20: intervallet är för kort
      1 person, fewer than 20: the interval is too short
    reason: 1 values
      för få värden, 1 där minst 4 behövs
      too few values, 1 where at least 4 are needed
    reason: 1 values of 2
      ett enda värde
      a single value
    caution: 2 of 4 cells
      2 av 4 celler har väntade antal under 5
      2 of 4 cells have expected counts below 5
    caution: 2 equal pairs
      2 par med lika värden är inte med
      2 equal pairs are left out
    caution: 2 people
      2 personer, färre än 20: intervallet är för kort
      2 people, fewer than 20: the interval is too short
    reason: 2 values
      för få värden, 2 där minst 4 behövs
      too few values, 2 where at least 4 are needed
    reason: 2 values of 2
      för få värden, 2 där minst 2 behövs
      too few values, 2 where at least 2 are needed
    reason: group of 0
      en grupp har 0 värden, minst 3 behövs
      a group has 0 values, at least 3 are needed
    reason: group of 1
      en grupp har 1 värde, minst 3 behövs
      a group has 1 value, at least 3 are needed
    reason: group of 2
      en grupp har 2 värden, minst 3 behövs
      a group has 2 values, at least 3 are needed
    """#
}
