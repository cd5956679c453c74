/**
 * A made-up therapist's spreadsheet of three couples, each with its own way of writing a day. It has a day that no calendar
 * has (row 4), a repeated row (6), an 11 out of 10 (9), a blank row (11) and a total (14). The figures that tests expect of it
 * were counted by hand.
 */
export const PRACTICE_SHEET = `Date,Couple,Who came,Mins,Partner – how engaged,Tone (0-10),Boundaries,Climate ,Themes,Shift?,Notes
02/16/2026,Maple,"Lena, Ivo on zoom",50 min,refused,,4,2/10,unmet needs; how I show up,said no to her sister,
02/23/2026,Maple,Lena + Ivo,50,just sat there,3,3,0,in-laws; triggers; money,asked a question in session,homework: a walk on Sunday
30/02/2026,Maple,Lena + Ivo,50,listening,n/a,4,1,triggers,asked a question in session,
03/09/2026,Maple,Lena only,80,,n/a,?,4,unmet needs,,Talked about the garden.
03/09/2026,Maple,Lena only,80,,n/a,?,4,unmet needs,,Talked about the garden.
03/16/2026,Maple,both,,curious!,7,5,4/10,"pattern: I chase, he withdraws; in-laws","big fight, setback","=SUM(1)? no - her words: ""enough"""
03/23/2026,Maple,Lena,50,opened up,8,5,3,old beliefs re trust,tone softer,"He said: ""I waited for a day"".
She went quiet, then asked why."
3/5/26,Mill Rd.,T. + S.,50,listening,11,4,3,money,,
3/19/26,Mill Rd.,T. only,50,tried the exercise,5,4,3,how I show up,,
,,,,,,,,,,
2026-04-05,Ñandú,Noor + Pau,50,fully in,9,9,3,triggers,,
2026-04-12,Ñandú,"Noor, Pau on zoom",,fully in,n/a,8,3,money,,
TOTAL,,,,,,,,,,
`;
