import { useEffect, useState } from 'preact/hooks';

/** Stands where content will come, but only when it takes longer than a blink (300 ms). */
export function Waiting({ what }: { what: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div role="status">
      <span class="vh">{what}</span>
      <div class="bone" aria-hidden="true" />
    </div>
  );
}
