/** Declared fields (core/fields) as zod checks them: when logged, and while they are typed. */
import { z } from "zod";
import type { AnyField, Field, Fields, Rule, TypedOf, ValuesOf } from "#core/fields/field.ts";
import { DRAFT_TEXT_LIMIT } from "#core/fields/text-limits.ts";
import { TRY_STANDINGS } from "#core/vocabulary/case.ts";
import { LINE_RATERS } from "#core/vocabulary/track.ts";
import { ClockTime, draftText, Id, Line, NoteText, OptionalLine, SessionDay, Stage, text } from "./fields.ts";

type Schema<Type> = z.ZodType<Type, Type>;

/** A built-in key, or the id of a row of the practice's own. */
const Key = text().min(1).max(64);

/** `track` is a built-in key or the id of the practice's own track; `value` null = asked and not rated. */
export const LineRating = z.object({ track: Key, value: z.number().nullable(), rater: z.enum(LINE_RATERS) });

/** One answer of a form by its item; null = not answered, never 0. */
const FormAnswer = z.object({ linkId: text().min(1).max(200), value: z.number().nullable() });

/** The contract of a field when it is logged. */
export function schemaOf<Value, Typed, Stored>({ rule }: Field<Value, Typed, Stored>): Schema<Value> {
  return loggedAs(rule) as unknown as Schema<Value>;
}

/** The contracts of declared fields when they are logged, under their names. */
export function schemasOf<Declared extends Fields>(fields: Declared): { [Name in keyof Declared]: Schema<ValuesOf<Declared>[Name]> } {
  return mapped(fields, (field) => loggedAs(field.rule)) as { [Name in keyof Declared]: Schema<ValuesOf<Declared>[Name]> };
}

/** The contracts of declared fields while they are typed: whatever stands on the form is kept, because a draft is never refused for it. */
export function draftSchemasOf<Declared extends Fields>(fields: Declared): { [Name in keyof Declared]: Schema<TypedOf<Declared>[Name]> } {
  return mapped(fields, (field) => typedAs(field.rule)) as { [Name in keyof Declared]: Schema<TypedOf<Declared>[Name]> };
}

function mapped(fields: Fields, schema: (field: AnyField) => z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schema(field)]));
}

function loggedAs(rule: Rule): z.ZodType {
  switch (rule.kind) {
    case "day":
      return rule.required ? SessionDay : SessionDay.nullable();
    case "clock":
      return ClockTime.nullable();
    case "choice":
      return rule.required ? z.enum(rule.options) : z.enum(rule.options).nullable();
    case "whole-number":
      return z.number().int().min(rule.lowest).max(rule.highest).nullable();
    case "number":
      return z.number().nullable();
    case "flag":
      return z.boolean();
    case "line":
      return OptionalLine.refine((typed) => typed === null || typed.length <= rule.most);
    case "stage":
      return Stage;
    case "key":
      return Key;
    case "form-answers":
      return z.array(FormAnswer).max(300).nullable();
    case "choices":
      return z.array(z.enum(rule.options)).max(rule.options.length);
    case "ids":
      return z.array(rule.of === "theme" ? Key : Id).max(rule.most);
    case "lines":
      return z.array(Line).max(rule.most);
    case "rows":
      return z.array(z.object(schemasOf(rule.fields))).max(rule.most);
    case "ratings":
      return z.array(LineRating).max(rule.most);
    case "answers":
      return z.array(z.object({ thingId: Id, standing: z.enum(TRY_STANDINGS) })).max(rule.most);
    case "sections":
      return z.record(text().max(20), NoteText);
  }
}

const TypedText = draftText().max(DRAFT_TEXT_LIMIT);

function typedAs(rule: Rule): z.ZodType {
  switch (rule.kind) {
    case "choice":
      return rule.emptyAs === null ? TypedText.nullable() : TypedText;
    case "day":
    case "clock":
    case "whole-number":
    case "number":
    case "line":
    case "key":
    case "form-answers":
      return TypedText;
    case "flag":
      return z.boolean();
    case "stage":
      return z.number().nullable();
    case "choices":
    case "ids":
    case "lines":
      return z.array(TypedText);
    case "rows":
      return z.array(z.object(draftSchemasOf(rule.fields)));
    case "ratings":
      // `value` null = the dash key: asked and not rated. A track not here was not touched.
      return z.record(TypedText, z.object({ value: z.number().nullable(), rater: TypedText }));
    case "answers":
    case "sections":
      return z.record(TypedText, TypedText);
  }
}
