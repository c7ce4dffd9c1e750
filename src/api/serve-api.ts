import {existsSync} from "node:fs";
import {serve} from "@hono/node-server";
import {serveStatic} from "@hono/node-server/serve-static";
import type {OpenAPIHono} from "@hono/zod-openapi";
import {ApiError} from "./api-error.ts";

/** A running server on the loopback address. */
export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves the API and the built page on 127.0.0.1. Port 0 takes any free one.
 * @throws ApiError (status 409) when the port is in use.
 */
export function serveApi(
  app: OpenAPIHono,
  {port, webDir}: {port: number; webDir: string},
): Promise<Serving> {
  if (existsSync(webDir)) app.use("/*", serveStatic({root: webDir}));
  return new Promise((resolve, reject) => {
    const server = serve({fetch: app.fetch, port, hostname: "127.0.0.1"}, (info) => {
      resolve({
        address: `http://127.0.0.1:${info.port}`,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
    server.on("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code === "EADDRINUSE")
        reject(
          new ApiError(
            409,
            `port ${port} is in use`,
            "close what uses it, or choose another with --port",
          ),
        );
      else reject(cause);
    });
  });
}
