/** Arbitrary values of declared fields, made from the declaration: a field that is added is in every test that draws from here. */
import fc from "fast-check";
import { expect } from "vitest";
import { type AnyField, type Fields, namesOf, nothingLogged, type Rule, type ValuesOf } from "#core/fields/field.ts";
import { HOUR_FIELDS, LIST_FIELDS, OBSERVATION_FIELDS, STANCES_FIELD } from "#core/fields/session-fields.ts";
import { TRY_STANDINGS } from "#core/vocabulary/case.ts";
import { STAGES } from "#core/vocabulary/engagement.ts";
import { NOTE_FORMATS, NOTE_SECTIONS } from "#core/vocabulary/occasion.ts";
import { BUILT_IN_THEMES } from "#core/vocabulary/theme.ts";
import { BUILT_IN_TRACKS, LINE_RATERS } from "#core/vocabulary/track.ts";

/** Stand for the ids that a record gives to the goals and things of a case. */
export const GOALS = ["goal-1", "goal-2"] as const;
export const THINGS = ["thing-1", "thing-2"] as const;

/** The practice's day in tests/server/harness.ts, and three days up to it. */
export const DAYS = ["2026-02-09", "2026-03-02", "2026-03-09"] as const;
const LATER = ["2026-03-09", "2026-03-16", "2027-01-01"] as const;

const CHARACTERS = ["a", "Z", "0", " ", ".", "–", "'", '"', "\\", "é", "ß", "‘", "%", "\u{1F600}"];

const SAMPLE = { numRuns: 100, seed: 20_260_309 };

const orNothing = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(values, { nil: null, freq: 3 });

/** Text as it stands once it is stored: something, and no space around it. */
function text(most: number): fc.Arbitrary<string> {
  return fc
    .string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: Math.min(most, 60) })
    .map((typed) => typed.trim().slice(0, most))
    .filter((typed) => typed !== "" && typed === typed.trim());
}

/** The same in every field; `where` is the place that a failure names, with the fields that differ there. */
export function expectSame(where: string, actual: object | undefined, expected: object): void {
  const [one, other] = [{ ...actual } as Record<string, unknown>, { ...expected } as Record<string, unknown>];
  const differences = [...new Set([...Object.keys(other), ...Object.keys(one)])].flatMap((name) => {
    const [is, was] = [JSON.stringify(one[name]), JSON.stringify(other[name])];
    return is === was ? [] : [`${name} is ${is} and was ${was}`];
  });
  expect(differences, `${where}: ${differences.join("; ")}`).toEqual([]);
}

/** Any valid value of one field. */
export function anyValueOf({ rule }: AnyField): fc.Arbitrary<unknown> {
  return anyValueBy(rule);
}

function anyValueBy(rule: Rule): fc.Arbitrary<unknown> {
  switch (rule.kind) {
    case "day":
      return rule.required ? fc.constantFrom(...DAYS) : orNothing(fc.constantFrom(...LATER));
    case "clock":
      return orNothing(fc.constantFrom("00:00", "09:30", "17:05", "23:59"));
    case "choice":
      return rule.required ? fc.constantFrom(...rule.options) : orNothing(fc.constantFrom(...rule.options));
    case "whole-number":
      return orNothing(fc.integer({ min: rule.lowest, max: rule.highest }));
    case "number":
      return orNothing(fc.integer({ min: -100, max: 100 }).map((tenths) => tenths / 10));
    case "flag":
      return fc.boolean();
    case "line":
      return orNothing(text(rule.most));
    case "stage":
      return orNothing(fc.constantFrom(...STAGES));
    case "key":
      return text(64);
    case "form-answers":
      return orNothing(fc.array(fc.record({ linkId: text(20), value: orNothing(fc.nat(3)) })));
    case "choices":
      return fc.subarray([...rule.options]);
    case "ids":
      return fc.subarray<string>(rule.of === "goal" ? [...GOALS] : [...BUILT_IN_THEMES]);
    case "lines":
      return fc.uniqueArray(text(60), { maxLength: 3 });
    case "rows":
      return fc.array(anyValuesOf(rule.fields), { maxLength: 3 });
    case "ratings": {
      const value = orNothing(fc.integer({ min: 0, max: 10 }));
      const rating = fc.record({ track: fc.constantFrom(...BUILT_IN_TRACKS), value, rater: fc.constantFrom(...LINE_RATERS) });
      return fc.uniqueArray(rating, { selector: ({ track, rater }) => `${track} ${rater}`, maxLength: 6 });
    }
    case "answers":
      return fc
        .subarray([...THINGS])
        .chain((things) =>
          fc.tuple(...things.map((thingId) => fc.record({ thingId: fc.constant(thingId), standing: fc.constantFrom(...TRY_STANDINGS) }))),
        );
    case "sections":
      return fc.record({ text: text(60) });
  }
}

/** A value of the field as it stands on the form, other than nothing. */
export function typedIn(field: AnyField): unknown {
  const typed = fc.sample(anyValueOf(field), SAMPLE).map((value) => field.typed(value));
  const something = typed.find((each) => JSON.stringify(each) !== JSON.stringify(field.empty));
  if (something === undefined) throw new Error("nothing but nothing was drawn");
  return something;
}

/** A stored value of the field, other than nothing and than the given one. */
export function otherValueOf(field: AnyField, value: unknown): unknown {
  const other = fc.sample(anyValueOf(field), SAMPLE).find((each) => each !== null && each !== value);
  if (other === undefined) throw new Error("no other value was drawn");
  return other;
}

/** Any valid values of these fields. */
export function anyValuesOf<Declared extends Fields>(fields: Declared): fc.Arbitrary<ValuesOf<Declared>> {
  return fc.record(Object.fromEntries(namesOf(fields).map((name) => [name, anyValueOf(fields[name] as AnyField)]))) as unknown as fc.Arbitrary<
    ValuesOf<Declared>
  >;
}

const seen = fc.tuple(anyValuesOf(OBSERVATION_FIELDS), anyValuesOf({ stances: STANCES_FIELD })).map(([fields, { stances }]) => {
  const { presence: _presence, source: _source, ...said } = fields;
  const hasContent = stances.length > 0 || Object.values(said).some((each) => each !== null);
  if (!hasContent && fields.presence === null) return null;
  // A stage, a stance or an evidence line has a source; a presence alone has none.
  return { ...fields, source: hasContent ? (fields.source ?? ("told" as const)) : null, stances };
});

const note = fc.constantFrom(...NOTE_FORMATS).chain((format) => {
  const keys = NOTE_SECTIONS[format].map(([key]) => key);
  const sections = fc.record(Object.fromEntries(keys.map((key) => [key, fc.oneof(fc.constant(""), text(60))])));
  return sections.map((written) => (Object.values(written).some((each) => each !== "") ? { format, sections: written } : null));
});

/** Any valid session as the log form could have written it; held, cancelled and no-show hours alike. Goals and things by stand-ins. */
export const session = fc
  .record({
    day: fc.constantFrom(...DAYS),
    hour: anyValuesOf(HOUR_FIELDS),
    observation: seen,
    lists: anyValuesOf(LIST_FIELDS),
    note,
    nextSessionOn: orNothing(fc.constantFrom(...LATER)),
    nextSessionStart: orNothing(fc.constantFrom("08:00", "18:30")),
  })
  .map(({ day, hour, observation, lists, note, nextSessionOn, nextSessionStart }) => {
    const held = hour.attendance === "held";
    return {
      day,
      ...(held ? hour : ofAnyHour(HOUR_FIELDS, hour)),
      observation: held ? observation : null,
      ...(held ? lists : ofAnyHour(LIST_FIELDS, lists)),
      note,
      nextSessionOn,
      nextSessionStart: nextSessionOn === null ? null : nextSessionStart,
    };
  });

/** The values with those left out that apply to held hours only. */
function ofAnyHour<Declared extends Fields>(fields: Declared, values: ValuesOf<Declared>): ValuesOf<Declared> {
  const kept = namesOf(fields).filter((name) => fields[name]?.appliesTo === "every hour");
  return { ...nothingLogged(fields), ...Object.fromEntries(kept.map((name) => [name, values[name]])) };
}
