/** Two banks and the one water between them. */
export function Wordmark({ to }: { to: string }) {
  return (
    <a className="wordmark" href={to}>
      <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
        <g fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round">
          <path d="M2 6.5c5-3 8-3 12 0s7 3 12 0" />
          <path d="M2 21.5c5-3 8-3 12 0s7 3 12 0" />
          <path d="M4 14c4-2.2 6.6-2.2 10 0s6 2.2 10 0" strokeWidth="1" />
        </g>
      </svg>
      Ribera
    </a>
  );
}
