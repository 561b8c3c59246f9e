const wide = 384;
const longest = 88_000;

let look: Promise<string> | undefined;

/**
 * A small picture of what is on the glass: the page's own parts and style drawn once more inside an SVG, in a letter that travels with it,
 * and that SVG on a canvas. Undefined where a browser does not allow it: then the words have to do.
 */
export async function pictureOf(glass: HTMLElement): Promise<string | undefined> {
  try {
    look ??= styleOf(document);
    const copy = glass.cloneNode(true) as HTMLElement;
    copy.classList.remove('goes');
    freeze(glass, copy);
    const xml = new XMLSerializer().serializeToString(copy);
    const [width, height] = [innerWidth, innerHeight];
    const high = Math.round((wide * height) / width);
    const rem = getComputedStyle(document.documentElement).fontSize;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${width} ${height}"><foreignObject width="${width}" height="${height}"><div xmlns="http://www.w3.org/1999/xhtml" class="screen still"><style>${(await look).replaceAll('&', '&amp;').replaceAll('<', '&lt;')} :root{font-size:${rem} !important} .still{inline-size:${width}px;block-size:${height}px} .still .glass{animation:none !important}</style>${xml}</div></foreignObject></svg>`;
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [wide, high];
    canvas.getContext('2d')!.drawImage(image, 0, 0, wide, high);
    const written = canvas.toDataURL('image/webp', 0.7).split(',')[1];
    return written && written.length <= longest ? written : undefined;
  } catch {
    return undefined;
  }
}

/** A picture inside an SVG asks for no other file: pictures and films go in as they look now. */
function freeze(glass: HTMLElement, copy: HTMLElement): void {
  const shown = glass.querySelectorAll<HTMLImageElement | HTMLVideoElement>('img, video');
  copy.querySelectorAll('img, video').forEach((part, at) => {
    const own = shown[at]!;
    const [width, height] = own instanceof HTMLVideoElement ? [own.videoWidth, own.videoHeight] : [own.naturalWidth, own.naturalHeight];
    const still = document.createElement('img');
    still.className = part.className;
    still.alt = '';
    if (width > 0) {
      const canvas = document.createElement('canvas');
      const scale = Math.min(1, 400 / width);
      [canvas.width, canvas.height] = [Math.round(width * scale), Math.round(height * scale)];
      canvas.getContext('2d')!.drawImage(own, 0, 0, canvas.width, canvas.height);
      // With what shows through it, as an emblem may.
      still.src = canvas.toDataURL('image/webp', 0.7);
    }
    part.replaceWith(still);
  });
}

async function styleOf({ styleSheets }: Document): Promise<string> {
  const rules = [...styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const face = rules.find((rule) => rule instanceof CSSFontFaceRule);
  const texts = rules.filter((rule) => !(rule instanceof CSSFontFaceRule)).map((rule) => rule.cssText);
  const address = face && /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (!address) return texts.join('\n');
  const letter = new Uint8Array(await (await fetch(address)).arrayBuffer());
  let bytes = '';
  for (let at = 0; at < letter.length; at += 8192) bytes += String.fromCharCode(...letter.subarray(at, at + 8192));
  return `@font-face{font-family:"Nunito Sans";src:url(data:font/woff2;base64,${btoa(bytes)});font-weight:200 1000;font-stretch:75% 125%}${texts.join('\n')}`;
}
