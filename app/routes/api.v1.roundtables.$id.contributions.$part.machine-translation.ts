import { translateByMachine } from "~/domain/contributions/translate-by-machine.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { askingPace, machineTranslator } from "~/http/translator.server";

const resource = answering(
  bind(operations.translateByMachine, async (asked) =>
    replied(
      await translateByMachine(asked.db, {
        contributionId: asked.params.part,
        translator: machineTranslator(),
        pace: askingPace,
        ...(await inRoom(asked)),
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
