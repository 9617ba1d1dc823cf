import { z } from "zod";

const word = z.string().trim().max(120).catch("");

const query = z.object({ action: word, subjectKind: word, subjectId: word, memberId: word, before: word });

/** What is asked of the log, as typed and as it can be looked up; what cannot be meant finds nothing. */
export function readAuditQuery(search: URLSearchParams) {
  const asked = query.parse(
    Object.fromEntries(Object.keys(query.shape).map((name) => [name, search.get(name) ?? ""])),
  );
  const before = /^\d{1,15}$/.test(asked.before) ? Number(asked.before) : undefined;
  const member = z.uuid().safeParse(asked.memberId);
  return {
    asked,
    wanted: {
      ...(before === undefined ? {} : { before }),
      ...(asked.action === "" ? {} : { action: asked.action }),
      ...(asked.subjectKind === "" ? {} : { subjectKind: asked.subjectKind }),
      ...(asked.subjectId === "" ? {} : { subjectId: asked.subjectId }),
      ...(asked.memberId === "" ? {} : { memberId: member.success ? member.data : nobody }),
    },
  };
}

const nobody = "00000000-0000-0000-0000-000000000000";
