import { useEffect, useRef } from "react";

type Problem = { field: string; message: string };

/** Every problem with a link to its field; takes the focus when it appears. */
export function ErrorSummary({ heading, problems }: { heading: string; problems: Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="wrongs" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{heading}</strong>
      </p>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
