/** Following a link to the other language is a choice: `/` leads there from now on. Links carry `hreflang`. */
export function rememberLanguage(document: Document) {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[hreflang]") : null;
    const chosen = link?.getAttribute("hreflang")?.slice(0, 2);
    if (chosen !== "es" && chosen !== "en") return;
    document.cookie = `ribera_language=${chosen}; path=/; max-age=31536000; samesite=lax`;
  });
}
