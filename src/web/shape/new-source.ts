import type {Grade, SourceRequest} from "../../api/index.ts";

/** What a reader writes of a source; the kinds are those of the web. */
export const webKinds = ["feed", "sitemap", "page", "gdelt"] as const;

export interface SourceForm {
  readonly title: string;
  readonly at: string;
  readonly kind: (typeof webKinds)[number];
  readonly country: string;
  readonly language: string;
  readonly owner: string;
  readonly stateControlled: boolean;
  readonly letter: Grade["reliability"];
  readonly reason: string;
  readonly seenAt: string;
}

export const emptyForm: SourceForm = {
  title: "",
  at: "",
  kind: "feed",
  country: "",
  language: "",
  owner: "",
  stateControlled: false,
  letter: "F",
  reason: "not judged yet",
  seenAt: "",
};

/** A name for commands from a title: "Kompas (English)" is "kompas-english". Empty where no letter of it is Latin. */
export function idOf(title: string): string {
  return title
    .slice(0, 200)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
    .slice(0, 60)
    .replace(/-$/, "");
}

/** The form as the API takes it; a title without Latin letters is named after its host. */
export function sourceRequest(form: SourceForm): SourceRequest {
  const {letter, reason, ...rest} = form;
  const host = URL.canParse(form.at) ? new URL(form.at).hostname : "";
  return {
    ...rest,
    id: idOf(form.title) || idOf(host),
    country: form.country === "" ? null : form.country,
    language: form.language.trim() === "" ? null : form.language.trim().toLowerCase(),
    reliability: {letter, onOwnPosition: letter, reason},
    licence: "terms not read",
    everyMinutes: 60,
  };
}
