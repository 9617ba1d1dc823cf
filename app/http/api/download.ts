/** Always as a download: nothing that was uploaded runs on our origin. */
export const download = ({ name, mediaType }: { name: string; mediaType: string }, bytes: Uint8Array) =>
  new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      "Cache-Control": "private, no-store",
    },
  });
