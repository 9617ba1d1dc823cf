import { beforeAll, describe, expect, test } from "vitest";
import { castBallot } from "~/domain/floor/cast-ballot.server";
import { closeItem } from "~/domain/floor/close-item.server";
import { closePoll } from "~/domain/floor/close-poll.server";
import type { PollKind } from "~/domain/floor/floor";
import { giveFloor } from "~/domain/floor/give-floor.server";
import { lowerHand } from "~/domain/floor/lower-hand.server";
import { notePresence } from "~/domain/floor/note-presence.server";
import { openPoll } from "~/domain/floor/open-poll.server";
import { openRoom } from "~/domain/floor/open-room.server";
import { raiseHand } from "~/domain/floor/raise-hand.server";
import { resumeTalk } from "~/domain/floor/resume-talk.server";
import { settleQuestion } from "~/domain/floor/settle-question.server";
import { stopTalk } from "~/domain/floor/stop-talk.server";
import { takeUpItem } from "~/domain/floor/take-up-item.server";
import { voteForQuestion } from "~/domain/floor/vote-for-question.server";
import type { Member } from "~/domain/members/viewer";
import { at, reasonOf, text, value } from "../../support/desk";
import { aRoomEntered, aRoomOpen, during, type RoomOpen, roomOf, say } from "../../support/rooms";
import { keys } from "../../support/rounds";
import { anAgenda, seenBy } from "../../support/roundtables";
import { aWorld } from "../../support/world";

const world = aWorld();
let room: RoomOpen;
let id: string;
beforeAll(async () => {
  room = await aRoomOpen(world);
  id = room.roundtableId;
});
const given = (by: Member, roundtableId = id) => ({ roundtableId, keys, by, at: during });
const floorOf = async (by: Member, roundtableId = id) => (await roomOf(world, roundtableId, by))?.floor;

describe("a chair", () => {
  test("opens the session, and it begins with the first item; nobody else does, and not twice", async () => {
    const { roundtableId, chair, one, lead } = await aRoomEntered(world);
    const open = (by: Member) => openRoom(world.db, { roundtableId, keys, by, at });
    expect(reasonOf(await open(one))).toBe("not_allowed");
    expect(reasonOf(await open(lead.legal))).toBe("not_allowed");
    expect(await seenBy(world, roundtableId, one)).toMatchObject({ state: "convened" });
    value(await open(chair));
    expect(await seenBy(world, roundtableId, one)).toMatchObject({ state: "open" });
    expect(reasonOf(await open(chair))).toBe("session_open_already");
    expect(await floorOf(one, roundtableId)).toMatchObject({
      opened: true,
      item: 0,
      items: [{ state: "open" }, { state: "waiting" }],
    });
  });

  test("moves the agenda and closes an item for good", async () => {
    const { roundtableId, chair, one } = await aRoomOpen(world);
    const move = (by: Member, item: number) => takeUpItem(world.db, { ...given(by, roundtableId), item });
    const close = (by: Member, item: number) => closeItem(world.db, { ...given(by, roundtableId), item });
    for (const act of [move, close]) expect(reasonOf(await act(one, 1))).toBe("not_allowed");
    expect(reasonOf(await close(chair, 1))).toBe("item_not_open");
    expect(reasonOf(await move(chair, 7))).toBe("no_such_item");
    value(await move(chair, 1));
    value(await close(chair, 0));
    expect(reasonOf(await close(chair, 0))).toBe("item_closed");
    expect(reasonOf(await move(chair, 0))).toBe("item_closed");
    expect(await floorOf(one, roundtableId)).toMatchObject({
      item: 1,
      items: [{ state: "closed" }, { state: "open" }],
    });
  });

  test("stops talk with a reason on record, and lets it go on; meanwhile nothing is said on it", async () => {
    const { roundtableId, chair, one } = await aRoomOpen(world);
    const stop = (by: Member) =>
      stopTalk(world.db, { ...given(by, roundtableId), item: 0, reason: "prices", note: "Tarifas." });
    expect(reasonOf(await stop(one))).toBe("not_allowed");
    value(await stop(chair));
    expect(reasonOf(await stop(chair))).toBe("talk_stopped");
    for (const kind of ["words", "question"] as const)
      expect(reasonOf(await say(world, roundtableId, one, "Algo.", { kind }))).toBe("talk_stopped");
    expect((await floorOf(one, roundtableId))?.items[0]).toMatchObject({
      state: "stopped",
      stops: [{ reason: "prices", note: "Tarifas.", liftedAt: null }],
    });
    const resume = (by: Member) => resumeTalk(world.db, { ...given(by, roundtableId), item: 0 });
    expect(reasonOf(await resume(one))).toBe("not_allowed");
    value(await resume(chair));
    expect(reasonOf(await resume(chair))).toBe("talk_not_stopped");
    value(await say(world, roundtableId, one, "Sigo."));
    const [journal] = await world.owner`select member_id from roundtable_events
      where roundtable_id = ${roundtableId} and action = 'talk.stopped'`;
    expect(journal?.member_id).toBe(chair.memberId);
  });
});

describe("hands", () => {
  test("are called in the order of raising; whoever is called after another ends that turn", async () => {
    for (const [n, by] of [room.one, room.other, room.one].entries())
      value(await raiseHand(world.db, { ...given(by), at: new Date(during.getTime() + n) }));
    const names = async () => (await floorOf(room.chair))?.hands.map(({ name, called }) => [name, called]);
    expect(await names()).toEqual([
      [room.one.name, false],
      [room.other.name, false],
    ]);
    const call = (by: Member, whom: Member) => giveFloor(world.db, { ...given(by), memberId: whom.memberId });
    expect(reasonOf(await call(room.one, room.one))).toBe("not_allowed");
    value(await call(room.chair, room.one));
    expect(await names()).toEqual([
      [room.one.name, true],
      [room.other.name, false],
    ]);
    value(await call(room.chair, room.other));
    expect(await names()).toEqual([[room.other.name, true]]);
    const lower = (by: Member, whom: Member) =>
      lowerHand(world.db, { ...given(by), memberId: whom.memberId });
    expect(reasonOf(await lower(room.one, room.other))).toBe("not_allowed");
    value(await lower(room.other, room.other));
    expect(await names()).toEqual([]);
    expect(reasonOf(await call(room.chair, room.one))).toBe("no_hand");
  });
});

describe("questions", () => {
  test("are voted for once each, by anyone at the table; who did is seen by nobody else", async () => {
    const { id: question } = value(
      await say(world, id, room.one, "¿Qué umbral?", { kind: "question", mode: "unattributed" }),
    );
    const vote = (by: Member, wanted = true) =>
      voteForQuestion(world.db, { ...given(by), contributionId: question, wanted });
    for (const by of [room.one, room.other, room.other]) value(await vote(by));
    const votes = async (by: Member) =>
      (await floorOf(by))?.votes.find((one) => one.contributionId === question);
    expect(await votes(room.chair)).toMatchObject({ votes: 2, own: false });
    value(await vote(room.other, false));
    expect(await votes(room.one)).toMatchObject({ votes: 1, own: true });
    const settle = (by: Member) =>
      settleQuestion(world.db, { ...given(by), contributionId: question, settlement: "answered" });
    expect(reasonOf(await settle(room.one))).toBe("not_allowed");
    value(await settle(room.chair));
    expect(reasonOf(await vote(room.other))).toBe("question_settled");
    const words = value(await say(world, id, room.one, "No es pregunta."));
    expect(
      reasonOf(
        await voteForQuestion(world.db, { ...given(room.other), contributionId: words.id, wanted: true }),
      ),
    ).toBe("not_found");
  });
});

describe("a poll", () => {
  const options = [text("Sí", "Yes"), text("No", "No"), text("Aún no", "Not yet")];
  const open = (kind: PollKind, by = room.chair, words = options) =>
    openPoll(world.db, {
      ...given(by),
      item: 0,
      kind,
      words: { question: text("¿Se observa?", "Is it observed?"), options: kind === "scale" ? [] : words },
    });
  const cast = (pollId: string, by: Member, ...choices: number[]) =>
    castBallot(world.db, { ...given(by), pollId, choices });
  const close = (pollId: string, by = room.chair) => closePoll(world.db, { ...given(by), pollId });
  const found = async (pollId: string, by = room.one) =>
    (await floorOf(by))?.polls.find((one) => one.id === pollId);

  test.each<[PollKind, number[][], number[]]>([
    ["single", [[0], [0], [2]], [2, 0, 1]],
    ["multiple", [[0, 1], [1], [1, 2]], [1, 3, 1]],
    ["scale", [[4], [4], [2]], [0, 0, 1, 0, 2]],
  ])("%s: counts each ballot once and shows nothing before it is closed", async (kind, ballots, counts) => {
    const { id: poll } = value(await open(kind));
    const voters = [room.one, room.other, room.chair];
    for (const [n, ballot] of ballots.entries()) value(await cast(poll, voters[n] ?? room.one, ...ballot));
    expect(await found(poll)).toMatchObject({ voters: 3, voted: true, closed: false, counts: null });
    expect(reasonOf(await cast(poll, room.one, 0))).toBe("voted_already");
    expect(reasonOf(await close(poll, room.one))).toBe("not_allowed");
    value(await close(poll));
    expect(await found(poll)).toMatchObject({ closed: true, counts });
    expect(reasonOf(await cast(poll, room.partner.chair, 0))).toBe("poll_closed");
    expect(reasonOf(await close(poll))).toBe("poll_closed");
  });

  test("keeps who voted and what was voted apart: no ballot, and nothing of it in clear", async () => {
    const { id: poll } = value(await open("single"));
    for (const [n, by] of [room.one, room.other, room.chair].entries()) value(await cast(poll, by, n));
    const boxes = await world.owner`select * from room_ballot_boxes where poll_id = ${poll}`;
    expect(boxes).toHaveLength(1);
    expect(Object.keys(boxes[0] ?? {}).sort()).toEqual(["counts", "poll_id", "roundtable_id"]);
    const voters = await world.owner`select * from room_voters where poll_id = ${poll}`;
    expect(Object.keys(voters[0] ?? {}).sort()).toEqual(["member_id", "poll_id", "roundtable_id"]);
    value(await close(poll));
    const marks =
      await world.owner`select distinct xmin::text as mark from room_voters where poll_id = ${poll}
      union select xmin::text from room_ballot_boxes where poll_id = ${poll}`;
    expect(marks).toHaveLength(1);
  });

  test("in which fewer than three voted shows no counts: they would say who chose what", async () => {
    const { id: poll } = value(await open("single"));
    for (const by of [room.one, room.other]) value(await cast(poll, by, 0));
    value(await close(poll));
    expect(await found(poll)).toMatchObject({ closed: true, voters: 2, counts: null });
  });

  test("asks in both languages what can be chosen; a ballot chooses of that", async () => {
    expect(reasonOf(await open("single", room.one))).toBe("not_allowed");
    expect(reasonOf(await open("single", room.chair, [text("Sí", "Yes")]))).toBe("poll_options");
    expect(reasonOf(await open("single", room.chair, [text("Sí", ""), text("No", "No")]))).toBe(
      "poll_incomplete",
    );
    const { id: poll } = value(await open("single"));
    for (const choices of [[], [0, 1], [3], [-1], [0.5]])
      expect(reasonOf(await cast(poll, room.one, ...choices))).toBe("ballot_unreadable");
  });
});

describe("presence", () => {
  test("shows which organisations are connected, as long as they say so, where the agenda allows it", async () => {
    for (const by of [room.one, room.chair])
      value(await notePresence(world.db, { roundtableId: id, by, at: during }));
    const here = [room.one.organisation, room.chair.organisation].sort();
    expect((await floorOf(room.other))?.present?.toSorted()).toEqual(here);
    for (const by of [room.lead.outside, room.houses[0].officer])
      expect(reasonOf(await notePresence(world.db, { roundtableId: id, by, at: during }))).toBe("not_found");
    const discreet = await aRoomOpen(world, { agenda: anAgenda({ presence: "none" }) });
    await notePresence(world.db, { roundtableId: discreet.roundtableId, by: discreet.one, at: during });
    expect((await floorOf(discreet.other, discreet.roundtableId))?.present).toBeNull();
  });
});
