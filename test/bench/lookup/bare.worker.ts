/** The least a cold worker can do: open the same database with nothing but the browser, and get one record of the same size. */
self.onmessage = ({ data }: MessageEvent<{ name: string; key: string }>) => {
  const opening = indexedDB.open(data.name);
  opening.onsuccess = () => {
    const getting = opening.result.transaction('lookup').objectStore('lookup').get(data.key);
    getting.onsuccess = () => self.postMessage(getting.result);
  };
};
