/** An SVG file of its own, with its size in pixels. */
export interface Drawing {
  svg: string;
  width: number;
  height: number;
}

/** Colours of the page, so that a copied picture looks like the one on screen. */
export interface Colours {
  paper: string;
  ink: string;
  quiet: string;
  hair: string;
  edge: string;
  fill: string;
  low: string;
  high: string;
}

/** The colours of the page as it is drawn now: light, dark or of more contrast. */
export function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (token: string) => style.getPropertyValue(token).trim();
  return {
    paper: of('--paper'),
    ink: of('--ink'),
    quiet: of('--ink-2'),
    hair: of('--hair'),
    edge: of('--edge'),
    fill: of('--band-fill'),
    low: of('--detractor'),
    high: of('--promoter'),
  };
}

/** Twice the size, for screens that show more than a pixel a point. */
const scale = 2;

async function imageOf({ svg, width, height }: Drawing): Promise<Blob> {
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no image was made'))), 'image/png');
  });
}

/** Puts a drawing into the clipboard as an image; where a browser does not let it, the PNG's bytes come back to be saved. */
export async function copyImage(drawing: Drawing): Promise<Uint8Array | null> {
  const image = imageOf(drawing);
  try {
    // the promise itself goes in: a browser that waited for it would have forgotten the press
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
    return null;
  } catch {
    return new Uint8Array(await (await image).arrayBuffer());
  }
}
