import {type ReactNode, useId} from "react";

/** One line of a form: a label, and the control that it names by the id that it is given. */
export function LabelledField({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </p>
  );
}
