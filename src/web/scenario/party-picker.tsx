import {useId} from "react";
import type {PartyId} from "../../api/index.ts";
import {usePage} from "../page-context.ts";

export interface PartyPickerProps {
  readonly label: string;
  readonly chosen: readonly PartyId[];
  /** Every state that the base holds. */
  readonly states: readonly PartyId[];
  readonly onChange: (parties: readonly PartyId[]) => void;
}

/** States and blocs, one after another: those of the watch first, then blocs, then all states of the base. */
export function PartyPicker({label, chosen, states, onChange}: PartyPickerProps) {
  const {answer, names, nameOf} = usePage();
  const id = useId();
  const {watch} = answer;
  const watched = [...new Set([...watch.powers, ...watch.states, ...watch.optionalPowers])];
  const held = new Set(states);
  const byName = (a: PartyId, b: PartyId) => nameOf(a).localeCompare(nameOf(b), "en");
  const groups: readonly (readonly [string, readonly PartyId[]])[] = [
    ["the watch", watched],
    [
      "blocs",
      Object.keys(names)
        .filter((party) => !/^[A-Z]{3}$/.test(party) && !watched.includes(party))
        .sort(byName),
    ],
    ["states", [...held].filter((state) => !watched.includes(state)).sort(byName)],
  ];
  return (
    <span className="field parties">
      <label htmlFor={id}>{label}</label>
      {chosen.map((party) => (
        <button
          key={party}
          type="button"
          className="chip"
          aria-label={`${label}: take out ${nameOf(party)}`}
          onClick={() => onChange(chosen.filter((one) => one !== party))}
        >
          {nameOf(party)} <span aria-hidden="true">×</span>
        </button>
      ))}
      <select
        id={id}
        value=""
        onChange={(event) => {
          const party = event.currentTarget.value;
          if (party !== "") onChange([...chosen, party]);
        }}
      >
        <option value="">{chosen.length === 0 ? "choose …" : "add …"}</option>
        {groups.map(([group, parties]) => (
          <optgroup key={group} label={group}>
            {parties
              .filter((party) => !chosen.includes(party))
              .map((party) => (
                <option key={party} value={party}>
                  {nameOf(party)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </span>
  );
}
