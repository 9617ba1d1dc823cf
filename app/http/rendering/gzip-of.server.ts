import { constants, crc32, deflateRawSync } from "node:zlib";
import { type Personal, piecesFor, type Rendering } from "./marks.server";

const gzipHead = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const lastBlock = deflateRawSync(Buffer.alloc(0));

/** Whole bytes that refer to nothing outside themselves: others may stand before and after them. */
const deflated = (bytes: Buffer, level: number) =>
  deflateRawSync(bytes, { level, finishFlush: constants.Z_SYNC_FLUSH });

const kept = new WeakMap<Rendering, Buffer[]>();

/** The page as gzip (RFC 1952): what it shares with other readers' was deflated once, what is this reader's stands as it is. */
export function gzipOf(rendering: Rendering, personal: Personal): Buffer<ArrayBuffer> {
  const shared = kept.get(rendering) ?? rendering.pieces.map((piece) => deflated(piece, 6));
  kept.set(rendering, shared);
  const own = new Map<string, Buffer>();
  const ownBlock = ({ bytes, value }: { bytes: Buffer; value: string }) => {
    const block = own.get(value) ?? deflated(bytes, 0);
    own.set(value, block);
    return block;
  };
  const blocks: Buffer[] = [gzipHead];
  let sum = 0;
  let length = 0;
  for (const part of piecesFor(rendering, personal)) {
    sum = crc32(part.bytes, sum);
    length += part.bytes.length;
    const block = part.piece === undefined ? ownBlock(part) : shared[part.piece];
    if (block) blocks.push(block);
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(sum, 0);
  tail.writeUInt32LE(length, 4);
  return Buffer.concat([...blocks, lastBlock, tail]);
}
