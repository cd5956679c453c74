import type { z } from "zod";

/** One place in a contract that takes text: "cases.open active.label", "drafts.save body.ratings (key)". */
export interface TextField {
  readonly path: string;
  readonly schema: z.ZodType;
}

/** The parts of zod's own description of a schema that lead on to other schemas. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
}

const WITHOUT_TEXT = new Set(["number", "boolean", "null", "undefined", "literal", "enum"]);

/** Every place in a contract that takes text. A kind of schema that is not known here is an error: it may take some. */
export function textFields(schema: z.ZodType, path: string): TextField[] {
  const def = schema.def as unknown as Definition;
  const into = (next: z.ZodType | undefined, at = path) => (next ? textFields(next, at) : []);
  switch (def.type) {
    case "string":
    case "custom":
      return [{ path, schema }];
    case "object":
      return Object.entries(def.shape ?? {}).flatMap(([name, field]) =>
        textFields(field, path.includes(" ") ? `${path}.${name}` : `${path} ${name}`),
      );
    case "array":
      return into(def.element, `${path}[]`);
    case "record":
      return [...into(def.keyType, `${path} (key)`), ...into(def.valueType, `${path}{}`)];
    case "union":
      return (def.options ?? []).flatMap((option) => textFields(option, path));
    case "nullable":
    case "optional":
    case "default":
    case "readonly":
      return into(def.innerType);
    case "pipe":
      // What comes in is checked first; where that is a bare transform, what it is handed on to.
      return def.in?.def.type === "transform" ? into(def.out) : into(def.in);
    default:
      if (WITHOUT_TEXT.has(def.type)) return [];
      throw new Error(`${path}: nobody knows here whether “${def.type}” takes text`);
  }
}

/** The shortest text of at least the length a field asks for that ends in U+0000. */
export function endingInNul(schema: z.ZodType): string {
  const { minLength } = schema as { minLength?: number | null };
  return `${"a".repeat(Math.max(1, minLength ?? 1) - 1)}\u0000`;
}
