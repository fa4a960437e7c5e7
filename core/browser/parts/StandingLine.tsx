/** A quiet line that stays while it is true, with what can be done about it; `busy` while that is being done. */
export function StandingLine(props: {
  line: { text: string; action: { name: string; run(): void } };
  busy?: boolean;
}) {
  const { text, action } = props.line;
  return (
    <p class="strip-line">
      <span>{text}</span>{' '}
      <button type="button" class="btn txt" aria-disabled={props.busy || undefined} onClick={action.run}>
        {action.name}
      </button>
    </p>
  );
}
