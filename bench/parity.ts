import { emptyContent, emptyRedFlag } from "~/domain/advisories/advisory";
import { checkParity } from "~/domain/parity/check-parity";
import { type Emit, p95 } from "./measurement";

const es =
  "Un cliente fracciona el 20 de junio de 2024 depósitos por menos de 10,000 dólares y 12.3 % del total. ";
const en = "A customer structures on June 20, 2024 deposits of under $10,000 and 12.3% of the total. ";
const turns = 50;

/** How long both languages of an advisory with 70 red flags take to compare: the desk does it at each pause of typing. */
export async function run(emit: Emit) {
  const content = emptyContent("advisory", [{ organisationId: null, shortName: "UIF", role: "lead" }]);
  content.title = { es: "Aviso", en: "Advisory" };
  content.summary = { es: es.trim(), en: en.trim() };
  content.redFlags = Array.from({ length: 70 }, (_, i) => ({
    ...emptyRedFlag(`0198a5a0-0000-7000-8000-${String(i).padStart(12, "0")}`, i + 1),
    text: { es: es.repeat(3).trim(), en: en.repeat(3).trim() },
  }));
  const timed = (work: () => unknown) =>
    p95(
      Array.from({ length: turns }, () => {
        const started = performance.now();
        work();
        return performance.now() - started;
      }),
    );
  const { findings } = checkParity(content);
  if (findings.length > 0) throw new Error("the texts of the bench do not agree");
  const value = timed(() => checkParity(content));
  const floor = timed(() => JSON.stringify(content));
  emit({
    name: "parity.p95",
    value,
    unit: "ms",
    floor,
    ratio: value / floor,
    notes: `70 red flags of ${es.length * 3} characters a language; floor: the content written once as JSON`,
  });
}
