/** Id of the paragraph that the reader has in front of them: the last one whose head has passed the upper third. */
export function anchorInView(): string | undefined {
  const line = window.innerHeight / 3;
  let id: string | undefined;
  for (const element of document.querySelectorAll("[data-anchor][id]")) {
    const box = element.getBoundingClientRect();
    if (box.height > 0 && box.top <= line) id = element.id;
  }
  return id === "top" ? undefined : id;
}
