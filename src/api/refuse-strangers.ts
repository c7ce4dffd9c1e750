import {ApiError} from "./api-error.ts";

/** A page of another site may write nothing here: a browser says where a request comes from. */
export function refuseStrangers(request: Request, what: string, otherwise: string): void {
  const origin = request.headers.get("origin");
  if (origin === null || origin === new URL(request.url).origin) return;
  throw new ApiError(
    403,
    `a page of ${origin} may not ${what}`,
    `use the page that \`demarche serve\` shows, or ${otherwise}`,
  );
}
