import type { FileSaver } from '#core/ports/files.ts';

/** Hands a file over as a download of the browser. */
export const fileSaver: FileSaver = {
  save(name, type, content) {
    // a copy, so that bytes over shared memory become plain ones
    const blob = new Blob([typeof content === 'string' ? content : new Uint8Array(content)], { type });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // the download has its own hold on the blob once the click is handled
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};
