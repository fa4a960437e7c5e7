import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { useDeps } from '#pwa/app/deps.ts';
import { type Colours, type Drawing, drawingOf, type Picture } from '../picture.ts';
import { words } from '../words.ts';

/** Copies the picture on screen, from the menu of a small screen; null where there is none. */
export type CopyNow = RefObject<(() => void) | null>;

/** Puts the picture on screen into the clipboard as an image; where a browser does not let it, saves a file. */
export function CopyPicture({ picture, name, now }: { picture: Picture; name: string; now: CopyNow }) {
  const deps = useDeps();
  const copy = async () => {
    const drawing = drawingOf(picture, coloursNow());
    const image = imageOf(drawing);
    try {
      // the promise itself goes in: a browser that waited for it would have forgotten the press
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
      deps.say(words.picture.copied);
    } catch {
      const file = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
      deps.files.save(file, 'image/png', new Uint8Array(await (await image).arrayBuffer()));
      deps.say(words.picture.saved);
    }
  };
  useEffect(() => {
    now.current = () => void copy();
    return () => {
      now.current = null;
    };
  });
  return (
    <button type="button" class="btn txt hide-s" onClick={() => void copy()}>
      {words.picture.copy}
    </button>
  );
}

function coloursNow(): Colours {
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
