// What is this little off the reading line stands on it: positions on a screen are fractions of a pixel.
const slack = 2;

/**
 * Id of the paragraph that the reader has in front of them: the one whose head stands where an address would bring it, or
 * at the very top of the window; else the last one whose head has passed the upper third.
 */
export function anchorInView(): string | undefined {
  const third = window.innerHeight / 3;
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart) || 0;
  let id: string | undefined;
  for (const element of document.querySelectorAll("[data-anchor][id]")) {
    const { height, top } = element.getBoundingClientRect();
    if (height === 0 || top > third) continue;
    id = element.id;
    if (isAt(0, top) || isAt(padding, top)) break;
  }
  return id === "top" ? undefined : id;
}

const isAt = (line: number, top: number) => Math.abs(top - line) <= slack;
