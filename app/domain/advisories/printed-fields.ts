/** A field of an imported file that the model has no place for, by the file's own name. */
export type PrintedField = { name: string; values: (string | PrintedField[])[] };

/** Fields within fields are shown this deep; what lies deeper is given as it stands in the file. */
const deepest = 4;

/** What a page shows of them: all but those that say nothing. */
export function printedFieldsOf(record: object, depth = 0): PrintedField[] {
  return Object.entries(record).flatMap(([name, value]) => {
    const values = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => valuesIn(one, depth));
    return values.length > 0 ? [{ name, values }] : [];
  });
}

function valuesIn(value: unknown, depth: number): PrintedField["values"] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return String(value).trim() === "" ? [] : [String(value)];
  if (Array.isArray(value) || depth >= deepest) return [JSON.stringify(value)];
  const fields = printedFieldsOf(value, depth + 1);
  return fields.length > 0 ? [fields] : [];
}
