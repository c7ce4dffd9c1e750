import {createMiddleware} from "hono/factory";
import {ApiError} from "./api-error.ts";

/** Names by which this machine calls itself. */
const ownNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

const headers: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/**
 * Answers only who asked this machine by its own name, and lets no answer run a stranger's script. A page elsewhere can
 * make its own name point to 127.0.0.1 (DNS rebinding) and would then read the ledger as if it were its own.
 */
export const guardRequests = createMiddleware(async (context, next) => {
  const {hostname} = new URL(context.req.url);
  if (!ownNames.has(hostname))
    throw new ApiError(
      403,
      `"${hostname}" is not this machine's name`,
      "open the address that `demarche serve` printed",
    );
  await next();
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
});
