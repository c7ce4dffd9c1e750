import {useMutation, useQueryClient} from "@tanstack/react-query";
import {useState} from "react";
import {askAddSource} from "./ask-api.ts";
import {LabelledField} from "./labelled-field.tsx";
import {usePage} from "./page-context.ts";
import {emptyForm, type SourceForm, sourceRequest, webKinds} from "./shape/new-source.ts";

const letters = ["A", "B", "C", "D", "E", "F"] as const;

/** A small form that writes one more source into the user's own file. */
export function AddSource() {
  const {names} = usePage();
  const client = useQueryClient();
  const [form, setForm] = useState<SourceForm>(emptyForm);
  const [added, setAdded] = useState<string | null>(null);
  const set = (part: Partial<SourceForm>) => setForm((before) => ({...before, ...part}));
  const sending = useMutation({
    mutationFn: () => askAddSource(sourceRequest(form)),
    onMutate: () => setAdded(null),
    onSuccess: async ({source}) => {
      setAdded(source.id);
      setForm(emptyForm);
      await client.invalidateQueries({queryKey: ["sources"]});
    },
  });
  const countries = Object.entries(names)
    .filter(([code]) => /^[A-Z]{3}$/.test(code))
    .sort(([, a], [, b]) => a.localeCompare(b, "en"));
  return (
    <details className="behind adding">
      <summary>Add a source</summary>
      <form
        className="judgement"
        aria-label="Add a source"
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate();
        }}
      >
        <LabelledField label="Title">
          {(id) => (
            <input
              id={id}
              required
              maxLength={500}
              value={form.title}
              onChange={(event) => set({title: event.currentTarget.value})}
            />
          )}
        </LabelledField>
        <LabelledField label="Address">
          {(id) => (
            <input
              id={id}
              required
              type="url"
              maxLength={2000}
              placeholder="https://"
              value={form.at}
              onChange={(event) => set({at: event.currentTarget.value})}
            />
          )}
        </LabelledField>
        <LabelledField label="Kind">
          {(id) => (
            <select
              id={id}
              value={form.kind}
              onChange={(event) => set({kind: event.currentTarget.value as SourceForm["kind"]})}
            >
              {webKinds.map((kind) => (
                <option key={kind}>{kind}</option>
              ))}
            </select>
          )}
        </LabelledField>
        <LabelledField label="Owner">
          {(id) => (
            <input
              id={id}
              required
              maxLength={500}
              value={form.owner}
              onChange={(event) => set({owner: event.currentTarget.value})}
            />
          )}
        </LabelledField>
        <LabelledField label="Country">
          {(id) => (
            <select
              id={id}
              value={form.country}
              onChange={(event) => set({country: event.currentTarget.value})}
            >
              <option value="">no state's</option>
              {countries.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
        <LabelledField label="Language">
          {(id) => (
            <input
              id={id}
              pattern="[A-Za-z]{2}"
              title="two letters, as in en or id"
              maxLength={2}
              placeholder="two letters; none for several"
              value={form.language}
              onChange={(event) => set({language: event.currentTarget.value})}
            />
          )}
        </LabelledField>
        <LabelledField label="Directed">
          {(id) => (
            <select
              id={id}
              value={form.stateControlled ? "yes" : "no"}
              onChange={(event) => set({stateControlled: event.currentTarget.value === "yes"})}
            >
              <option value="no">not by a state or a ruling party</option>
              <option value="yes">by a state or a ruling party</option>
            </select>
          )}
        </LabelledField>
        <LabelledField label="Grade">
          {(id) => (
            <select
              id={id}
              value={form.letter}
              onChange={(event) => set({letter: event.currentTarget.value as SourceForm["letter"]})}
            >
              {letters.map((letter) => (
                <option key={letter}>{letter}</option>
              ))}
            </select>
          )}
        </LabelledField>
        <LabelledField label="because">
          {(id) => (
            <input
              id={id}
              required
              maxLength={500}
              value={form.reason}
              onChange={(event) => set({reason: event.currentTarget.value})}
            />
          )}
        </LabelledField>
        <LabelledField label="Seen at">
          {(id) => (
            <input
              id={id}
              required
              maxLength={500}
              placeholder="where its address stands written"
              value={form.seenAt}
              onChange={(event) => set({seenAt: event.currentTarget.value})}
            />
          )}
        </LabelledField>
        <button type="submit" disabled={sending.isPending}>
          Add this source
        </button>
        {sending.error && (
          <p className="failure" role="alert">
            {sending.error.message}
          </p>
        )}
        <p role="status" className="fine">
          {added !== null && (
            <>
              Added as <code>{added}</code>. <code>demarche sources check {added}</code> asks
              whether it answers.
            </>
          )}
        </p>
      </form>
    </details>
  );
}
