import { words } from '../words.ts';

/** What the marks mean; drawn with the marks themselves. */
export function Legend({ earlier }: { earlier: string }) {
  return (
    <ul class="legend small quiet">
      <li>
        <span class="dot inl" aria-hidden="true" /> {words.legend.beyond}
      </li>
      <li>
        <span class="dot o inl" aria-hidden="true" /> {words.legend.noise}
      </li>
      <li>
        <span class="kb" aria-hidden="true">
          <span class="ivl" />
        </span>
        {words.legend.interval}
      </li>
      {earlier && (
        <>
          <li>
            <span class="kb" aria-hidden="true">
              <span class="mv dn" />
            </span>
            {words.legend.moved(earlier)}
          </li>
          <li>
            <span class="kb" aria-hidden="true">
              <span class="mv dn o" />
            </span>
            {words.legend.still}
          </li>
        </>
      )}
    </ul>
  );
}
