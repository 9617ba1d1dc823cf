/** Cuts what a client of PostgreSQL says into its messages, each with its letter; the greeting alone has none before its length. */
export function messagesOf() {
  let rest = Buffer.alloc(0);
  let greeted = false;
  return function* (chunk: Buffer) {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = greeted ? 1 : 0;
      if (rest.length < head + 4) return;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return;
      const message = rest.subarray(0, length);
      rest = rest.subarray(length);
      const letter = greeted ? String.fromCharCode(message[0] ?? 0) : "";
      greeted = true;
      yield { letter, message };
    }
  };
}

/** Whether an answer of PostgreSQL ends here: its last letter says that it is ready for the next question. */
export const isEndOfAnswer = (chunk: Buffer) => chunk.subarray(-6, -5).toString() === "Z";
