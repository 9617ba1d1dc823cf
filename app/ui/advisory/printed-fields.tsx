import type { PrintedField } from "~/domain/advisories/printed-fields";
import { Facts } from "~/ui/table/facts";

/** Fields of an imported file, under the names that they have there; as text, whatever they hold. */
export function PrintedFields({ fields }: { fields: PrintedField[] }) {
  return (
    <Facts
      facts={fields.map(({ name, values }) => ({
        name,
        value: values.map((value) =>
          // biome-ignore lint/correctness/useJsxKeyInIterable: Facts gives each value its key
          typeof value === "string" ? value : <PrintedFields fields={value} />,
        ),
      }))}
    />
  );
}
