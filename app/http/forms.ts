import type { z } from "zod";

type Typed = Record<string, string | string[]>;
/** Field name → locale keys under `errors`. */
export type FieldErrors = Record<string, string[]>;
export type Form<Value> =
  | { ok: true; value: Value; typed: Typed }
  | { ok: false; errors: FieldErrors; typed: Typed };

/** What was typed into a form, checked by the room's schema; when it does not fit, all of it comes back as typed. */
export async function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<Form<z.output<Schema>>> {
  const typed = typedIn(await request.formData());
  const result = schema.safeParse(typed);
  if (result.success) return { ok: true, value: result.data, typed };
  const errors: FieldErrors = {};
  for (const issue of result.error.issues) {
    const field = issue.path.join(".");
    errors[field] = [...(errors[field] ?? []), issue.message];
  }
  return { ok: false, errors, typed };
}

/** Text fields by name; a name that comes twice is a list. Files are read by the route that expects them. */
function typedIn(form: FormData): Typed {
  const typed: Typed = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value) => typeof value === "string");
    const [first] = values;
    if (first !== undefined) typed[name] = values.length > 1 || name.endsWith("[]") ? values : first;
  }
  return typed;
}
