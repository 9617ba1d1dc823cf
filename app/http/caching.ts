/** Headers of a page that, for a reader nobody knows, depends on nothing but its address: the server may keep it rendered. */
export const publicPage = () => ({ "Cache-Control": "public, max-age=0, must-revalidate" });

/** Whether these are the headers of such a page. */
export const isPublicPage = (headers: Headers) => headers.get("Cache-Control")?.startsWith("public") ?? false;
