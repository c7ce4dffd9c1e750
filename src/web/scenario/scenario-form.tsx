import {useId, useState} from "react";
import type {ScenarioBase} from "../../api/index.ts";
import {usePage} from "../page-context.ts";
import {mostShocks} from "../shape/scenario-address.ts";
import {
  freshDraft,
  type KindId,
  kindOf,
  missingIn,
  type ShockDraft,
  shockKinds,
  tellDraft,
} from "../shape/scenario-kinds.ts";
import {ShockFields} from "./shock-fields.tsx";

export interface ScenarioFormProps {
  /** "A", "B": what the scenario is called beside others. */
  readonly letter: string;
  readonly drafts: readonly ShockDraft[];
  readonly base: ScenarioBase | null;
  readonly onChange: (drafts: readonly ShockDraft[], how: "push" | "replace") => void;
  /** null where no more have room. */
  readonly onCopy: (() => void) | null;
  /** null for the only one. */
  readonly onRemove: (() => void) | null;
}

/** One scenario: its shocks, each with its sizes, that can be undone one by one. */
export function ScenarioForm({
  letter,
  drafts,
  base,
  onChange,
  onCopy,
  onRemove,
}: ScenarioFormProps) {
  const [kind, setKind] = useState<KindId>("tariff");
  const id = useId();
  const put = (at: number, draft: ShockDraft | null, how: "push" | "replace" = "push") =>
    onChange(
      drafts.flatMap((one, index) => (index !== at ? one : draft === null ? [] : draft)),
      how,
    );
  return (
    <form
      className="scenario"
      aria-label={`Scenario ${letter}`}
      onSubmit={(event) => event.preventDefault()}
    >
      <h3>Scenario {letter}</h3>
      {drafts.map((draft, at) => (
        <ShockForm
          // biome-ignore lint/suspicious/noArrayIndexKey: a shock has no name of its own; its place is what it is.
          key={at}
          draft={draft}
          base={base}
          onChange={(next, how) => put(at, next, how)}
          onRemove={drafts.length > 1 ? () => put(at, null) : null}
        />
      ))}
      <p className="adds">
        <label htmlFor={id}>Another action</label>
        <select
          id={id}
          value={kind}
          onChange={(event) => setKind(kindOf(event.currentTarget.value) ?? kind)}
        >
          {Object.entries(shockKinds).map(([one, {label}]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="quiet"
          disabled={drafts.length >= mostShocks}
          onClick={() => onChange([...drafts, freshDraft(kind)], "push")}
        >
          add
        </button>
        {onCopy && (
          <button type="button" className="quiet" onClick={onCopy}>
            copy beside
          </button>
        )}
        {onRemove && (
          <button type="button" className="quiet" onClick={onRemove}>
            take away
          </button>
        )}
      </p>
    </form>
  );
}

interface ShockFormProps {
  readonly draft: ShockDraft;
  readonly base: ScenarioBase | null;
  readonly onChange: (draft: ShockDraft, how: "push" | "replace") => void;
  readonly onRemove: (() => void) | null;
}

function ShockForm({draft, base, onChange, onRemove}: ShockFormProps) {
  const {nameOf} = usePage();
  const {label, says} = shockKinds[draft.kind];
  const missing = missingIn(draft);
  return (
    <fieldset className={draft.undone ? "shock undone" : "shock"}>
      <legend>{missing === null ? tellDraft(draft, nameOf) : label}</legend>
      <p className="note">{says}</p>
      <ShockFields draft={draft} base={base} onChange={onChange} />
      {missing !== null && <p className="missing">Not worked out yet: {missing}.</p>}
      <p className="adds">
        <button
          type="button"
          className="quiet"
          onClick={() => onChange({...draft, undone: !draft.undone}, "push")}
        >
          {draft.undone ? "put back" : "undo"}
          <span className="unseen">: {tellDraft(draft, nameOf)}</span>
        </button>
        {onRemove && (
          <button type="button" className="quiet" onClick={onRemove}>
            remove<span className="unseen">: {tellDraft(draft, nameOf)}</span>
          </button>
        )}
      </p>
    </fieldset>
  );
}
