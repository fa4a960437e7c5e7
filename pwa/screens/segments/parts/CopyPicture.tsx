import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { coloursNow, copyImage } from '#core/browser/parts/copyImage.ts';
import { useDeps } from '#pwa/app/deps.ts';
import { drawingOf, type Picture } from '../picture.ts';
import { words } from '../words.ts';

/** Copies the picture on screen, from the menu of a small screen; null where there is none. */
export type CopyNow = RefObject<(() => void) | null>;

/** Puts the picture on screen into the clipboard as an image; where a browser does not let it, saves a file. */
export function CopyPicture({ picture, name, now }: { picture: Picture; name: string; now: CopyNow }) {
  const deps = useDeps();
  const copy = async () => {
    const bytes = await copyImage(drawingOf(picture, coloursNow()));
    const file = `${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}.png`;
    if (bytes) deps.files.save(file, 'image/png', bytes);
    deps.say(bytes ? words.picture.saved : words.picture.copied);
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
