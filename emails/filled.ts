// Of Unicode's private use: no name, title or address has them.
export const slots = { name: "\uE001", unsubscribe: "\uE002" };

/** What was rendered once, with what differs from reader to reader. */
export const filled = (text: string, { name, unsubscribe }: Filling) =>
  text.split(slots.name).join(name).split(slots.unsubscribe).join(unsubscribe);

export type Filling = { name: string; unsubscribe: string };
