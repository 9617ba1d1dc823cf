import { describe, expect, it } from "vitest";
import { roles } from "~/domain/members/viewer";
import { demoOrganisations } from "~db/demo/organisations";
import { demoPeople } from "~db/demo/people";
import type { DemoAdvisory } from "~db/demo/story";

const organisations = demoOrganisations(new Date("2026-11-22T12:00:00Z"));
const keys = demoPeople.map(({ key }) => key);

const files = import.meta.glob<Record<string, unknown>>("../../db/demo/advisories/*.ts", { eager: true });
const isAdvisory = (value: unknown): value is DemoAdvisory =>
  typeof value === "object" && value !== null && "slug" in value && "versions" in value;
const advisories = Object.values(files).flatMap((file) => Object.values(file).filter(isAdvisory));

/** ISO 7064 mod 97-10, as ISO 17442 uses it. */
const leiRemainder = (lei: string) =>
  [...lei].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0);

describe("the people of the demo", () => {
  const authorityRoles =
    "analyst analyst-2 legal translator-es translator-en approver approver-2 publisher convener rapporteur officer officer-2";

  it.each(["fincen", "cnbv", "uif"])("fill every role of %s", (authority) => {
    expect(keys).toEqual(
      expect.arrayContaining(authorityRoles.split(" ").map((role) => `${authority}-${role}`)),
    );
  });

  it("fill the three roles of each institution but the outsider's", () => {
    for (const { key } of organisations.filter(({ kind }) => kind === "institution")) {
      const wanted =
        key === "seguros-biznaga"
          ? ["outsider"]
          : ["administrator", "officer", "analyst"].map((role) => `${key}-${role}`);
      expect(demoPeople.filter((person) => person.organisation === key).map((person) => person.key)).toEqual(
        wanted,
      );
    }
  });

  it("have a key, an id and an address of their own, at domains that reach nobody", () => {
    for (const part of ["key", "id", "email"] as const) {
      expect(new Set(demoPeople.map((person) => person[part])).size).toBe(demoPeople.length);
    }
    for (const { email } of demoPeople) expect(email).toMatch(/^[a-z0-9-]+@[a-z-]+\.example$/);
  });

  it("have roles that exist, an organisation and a time zone", () => {
    for (const person of demoPeople) {
      expect(person.roles.length).toBeGreaterThan(0);
      for (const { role } of person.roles) expect(roles).toContain(role);
      expect(organisations.map(({ id }) => id)).toContain(person.organisationId);
      expect(() => new Intl.DateTimeFormat("es", { timeZone: person.timeZone })).not.toThrow();
    }
  });
});

describe("the organisations of the demo", () => {
  it("have legal entity identifiers with right check digits", () => {
    const lessons = advisories.flatMap(({ versions }) => versions.flatMap(({ lesson }) => lesson ?? []));
    const leis = [
      ...organisations.flatMap(({ lei }) => lei ?? []),
      ...lessons.flatMap(({ institutions }) => institutions.map(({ lei }) => lei)),
    ];
    expect(leis.length).toBeGreaterThan(organisations.filter(({ lei }) => lei).length);
    for (const lei of leis) {
      expect(lei).toMatch(/^[0-9A-Z]{18}\d{2}$/);
      expect(leiRemainder(lei), lei).toBe(1);
    }
  });

  it("show 314(b) cover that is current, expired and not recorded", () => {
    const until = (key: string) => organisations.find((one) => one.key === key)?.registered314bUntil;
    for (const key of ["rio-grande-bank", "gulf-plains-bank"])
      expect(`${until(key)}` > "2026-11-22").toBe(true);
    expect(`${until("lone-pine-trust")}` < "2026-11-22").toBe(true);
    expect(until("mesquite-credit-union")).toBeNull();
  });
});

describe("what the demo keeps from people", () => {
  it("no audience reaches the outsider", () => {
    const outsider = organisations.find(({ key }) => key === "seguros-biznaga");
    for (const { audience } of advisories.flatMap(({ versions }) => versions)) {
      expect(audience.sectors).not.toContain(outsider?.sector);
      expect(audience.organisations).not.toContain(outsider?.shortName);
      if (audience.jurisdictions.length > 0) expect(audience.sectors).not.toEqual([]);
    }
  });
});
