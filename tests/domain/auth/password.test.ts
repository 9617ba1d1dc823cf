import { describe, expect, test } from "vitest";
import { isPassword, newPassword, weighPassword } from "~/domain/auth/password.server";
import { value } from "../../support/desk";

const about = ["María Fernanda Olvera", "mf.olvera@bancodelbravo.example", "BDB", "Banco del Bravo, S.A."];
const answer = (password: string) => weighPassword(password, about)?.reason ?? "taken";

describe("a new password", () => {
  test.each([
    ["lluvia teclado oriente 47 bisagra", "taken"],
    ["Ñandú-Eclipse-Zócalo-Tuerca", "taken"],
    ["once letras", "password_short"],
    ["ñ".repeat(11), "password_short"],
    ["123456qwerty", "password_compromised"],
    ["QWERTY123456", "password_compromised"],
    ["contraseña123", "password_guessable"],
    ["abcabcabcabcabc", "password_guessable"],
    ["1q2w3e4r5t6y7u8i", "password_guessable"],
    ["iloveyou12345678", "password_guessable"],
  ])("%j is %s", (password, reason) => expect(answer(password)).toBe(reason));

  test("has an end: what is longer is not even weighed", () => {
    for (const long of ["x".repeat(129), "🜁".repeat(129), "lluvia teclado ".repeat(700)])
      expect(answer(long)).toBe("password_long");
    expect(answer("lluvia teclado oriente 47 bisagra ".repeat(3))).toBe("taken");
  });

  test.each([
    "MariaOlvera2026!",
    "0lv3r4-M4r14-2026",
    "olvera bravo 2026",
    "bancodelbravo2026",
    "BancoDelBravo#2026",
    "mf.olvera@bancodelbravo.example1",
    "ribera2026ribera",
  ])("%j is refused: it is made of whose it is", (password) =>
    expect(["password_personal", "password_guessable"]).toContain(answer(password)),
  );

  test("may hold a word of one's own among others that are enough", () =>
    expect(answer("lluvia olvera teclado oriente 47")).toBe("taken"));

  test("is weighed in the form in which it is kept: wide letters hide nothing", () => {
    expect(answer("ｐａｓｓｗｏｒｄｐａｓｓｗｏｒｄ")).toBe("password_compromised");
    expect(answer("１２３４５６ｑｗｅｒｔｙ")).toBe("password_compromised");
    // One sign that is eighteen once written out.
    expect(answer("\u{FDFA}".repeat(20))).toBe("password_long");
  });

  test("of any kind is weighed without holding the process for long", () => {
    // A weighing that looks at more signs or more drawn letters takes seconds for this one; the bound is on work, not on time.
    const worst = "P@55w0rd$1!".repeat(11);
    expect(["taken", "password_guessable"]).toContain(answer(worst.slice(0, 121)));
    const shortest = weighPassword(worst.slice(0, 32), about)?.reason;
    expect(weighPassword(worst.slice(0, 121), about)?.reason).toBe(shortest);
  });
});

describe("a password that is compared", () => {
  test("is the same however its letters were made, and no other", async () => {
    const kept = value(await newPassword("Ñandú eclipse zócalo tuerca", []));
    expect(await isPassword("Ñandú eclipse zócalo tuerca".normalize("NFD"), kept)).toBe(true);
    expect(await isPassword("Nandu eclipse zocalo tuerca", kept)).toBe(false);
    expect(await isPassword("ñandú eclipse zócalo tuerca", kept)).toBe(false);
  });

  test("is whole: what is typed after the longest one does not fall off", async () => {
    const longest = "🜁🜂🜃🜄".repeat(32);
    const kept = value(await newPassword(longest, []));
    expect(await isPassword(longest, kept)).toBe(true);
    expect(await isPassword(`${longest}x`, kept)).toBe(false);
  });

  test("where none is kept is never right, not even the one that stands in", async () => {
    expect(await isPassword("the password of nobody", null)).toBe(false);
    expect(await isPassword("", null)).toBe(false);
  });
});
