import {useMutation} from "@tanstack/react-query";
import {type FormEvent, useState} from "react";
import type {ScreenBody, ScreenRequest} from "../api/index.ts";
import {askScreen} from "./ask-api.ts";
import {LabelledField} from "./labelled-field.tsx";
import {LongList} from "./long-list.tsx";
import {usePage} from "./page-context.ts";
import {counted} from "./shape/number-words.ts";

const kinds = ["person", "organisation", "vessel"] as const;
type Kind = NonNullable<ScreenRequest["kind"]>;

/** So many names are asked at once, as the server takes them. */
const most = 100;
/** Likenesses that stand there before the reader asks for more. */
const first = 5;

/** Names, one a line, held against the sanctions lists; nothing of them is kept. */
export function ScreeningDesk() {
  const {answer} = usePage();
  const [written, setWritten] = useState("");
  const [kind, setKind] = useState<Kind | "">("");
  const screening = useMutation({mutationFn: askScreen});
  const names = [...new Set(written.split("\n").map((line) => line.trim()))].filter(Boolean);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (names.length === 0) return;
    screening.mutate({
      names: names.slice(0, most),
      asOf: answer.asOf,
      ...(kind !== "" && {kind}),
    });
  };
  return (
    <>
      <form className="audit" aria-label="Screen names" onSubmit={submit}>
        <label htmlFor="screen-names">Names in any script, one a line, at most {most}</label>
        <textarea
          id="screen-names"
          rows={3}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value)}
        />
        <LabelledField label="Of a">
          {(id) => (
            <select
              id={id}
              value={kind}
              onChange={(event) =>
                setKind(kinds.find((one) => one === event.currentTarget.value) ?? "")
              }
            >
              <option value="">person, body or vessel</option>
              {kinds.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </LabelledField>
        <button type="submit" disabled={screening.isPending || names.length === 0}>
          Screen {names.length === 0 ? "them" : counted(Math.min(names.length, most), "name")}
        </button>
      </form>
      <p className="status" role="status">
        {screening.isPending ? "Looking through the lists …" : ""}
      </p>
      {screening.error && (
        <p className="failure" role="alert">
          {screening.error.message}
        </p>
      )}
      {screening.data?.screenings.map((one) => (
        <Screened key={one.name} one={one} />
      ))}
    </>
  );
}

function Screened({one}: {readonly one: ScreenBody["screenings"][number]}) {
  const {name, found, lists, threshold, asOf} = one;
  const looked = Object.entries(lists).map(([list, count]) => `${list} (${count})`);
  return (
    <section className="claims" aria-label={`Screening of ${name}`}>
      <h4>{name}</h4>
      <p className="note">
        {looked.length === 0
          ? `No list was known on ${asOf}: nothing was compared.`
          : `${found.length === 0 ? "No one" : counted(found.length, "party", "parties")} of ${looked.join(", ")} as known on ${asOf}, from score ${threshold}.`}
      </p>
      <LongList
        items={found}
        first={first}
        word="party"
        words="parties"
        keyOf={({party}) => `${party.list} ${party.listId}`}
        className="plain sentences-list"
      >
        {({score, name: near, party, because}) => (
          <>
            <span className="lead">
              {score.toFixed(2)} · {party.list} {party.listId} · {party.kind}
            </span>
            <span className="sentence">
              {near === party.name ? near : `${near} (${party.name})`}
            </span>
            <span className="because">
              {party.programmes}; listed {party.from ?? "on a day not stated"} to{" "}
              {party.to ?? "an end not stated"}. {because.join("; ")}.
            </span>
          </>
        )}
      </LongList>
    </section>
  );
}
