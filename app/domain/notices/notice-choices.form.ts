import { z } from "zod";
import { choosableKinds, noticeChoices } from "./notice";

const values = z.array(z.string().min(1).max(200)).max(200);

export const choosing = z.strictObject({
  /** Kinds that are left out stay as they are. */
  choices: z
    .array(z.strictObject({ kind: z.enum(choosableKinds), choice: z.enum(noticeChoices) }))
    .max(choosableKinds.length),
  /** Of each sort these alone; none: all. */
  typologies: values,
  authorities: values,
  /** `from>to`. */
  corridors: values,
  /** A weekly digest with nothing in it comes as one line. */
  quietLine: z.boolean(),
});
export type Choosing = z.output<typeof choosing>;
