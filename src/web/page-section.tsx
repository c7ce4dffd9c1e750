import type {ReactNode} from "react";

/** A part of the page: heading, what it rests on in the margin, and its body. */
export function PageSection({
  id,
  title,
  aside,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div className="side">{aside}</div>
      <div className="body">{children}</div>
    </section>
  );
}
