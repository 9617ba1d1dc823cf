import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import type { answering } from "~/http/api/answering.server";
import { describeApi } from "~/http/api/describe.server";
import { everyOperation } from "~/http/api/every-operation";

type Door = ReturnType<typeof answering>;
const modules = import.meta.glob<{ loader?: Door; action?: Door }>("../../../app/routes/api.v1.*.ts", {
  eager: true,
});

/** `api.v1.drafts.$id.comments_.$comment.ts` → `/drafts/{id}/comments/{comment}`. */
const addressOf = (file: string) =>
  `/${file
    .replace(/^.*\/api\.v1\./, "")
    .replace(/\.ts$/, "")
    .replaceAll("[.]", "\0")
    .split(".")
    .filter((part) => part !== "_index")
    .map((part) =>
      part
        .replace(/_$/, "")
        .replace(/^\$(.+)$/, "{$1}")
        .replaceAll("\0", "."),
    )
    .join("/")}`;

const bound = Object.entries(modules).flatMap(([file, { loader }]) =>
  (loader?.operations ?? []).map((operation) => ({ file, operation })),
);
const listed = (operations: { method: string; path: string }[]) =>
  operations.map(({ method, path }) => `${method} ${path}`).sort();

describe("the operations of the API", () => {
  test("are each answered by a route, and no route answers another", () => {
    expect(listed(bound.map(({ operation }) => operation))).toEqual(listed(everyOperation));
    expect(new Set(everyOperation.map(({ name }) => name)).size).toBe(everyOperation.length);
  });

  test("stand at the address of their route", () => {
    for (const { file, operation } of bound) expect(addressOf(file), file).toBe(operation.path);
  });

  test("take the parameters that their address names", () => {
    for (const { path, params, name } of everyOperation) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one);
      expect(Object.keys(params?.shape ?? {}), name).toEqual(named);
    }
  });

  test("are reached by whatever method, so that an unknown one is told which there are", () => {
    for (const [file, { loader, action }] of Object.entries(modules)) {
      expect(loader, file).toBeTypeOf("function");
      expect(action, file).toBe(loader);
    }
  });
});

describe("the OpenAPI document", () => {
  const document = JSON.parse(JSON.stringify(describeApi("https://ribera.example.org")));

  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  test("is not valid once it is broken: the check can fail", async () => {
    const { valid } = await new Validator().validate({
      ...document,
      paths: { "/x": { get: { responses: 7 } } },
    });
    expect(valid).toBe(false);
  });

  test("describes every operation and resolves every reference", () => {
    const described = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(listed(everyOperation));
    const text = JSON.stringify(document);
    for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas, name).toHaveProperty(name);
    }
    expect(text).toContain("#/components/schemas/SubPoint");
  });
});
