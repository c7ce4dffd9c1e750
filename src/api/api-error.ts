import {HTTPException} from "hono/http-exception";
import type {ErrorBody} from "./contract.ts";

/** A caller's mistake or a state of the world that stops a request: carries a status and what to do. */
export class ApiError extends Error {
  readonly status: number;
  readonly whatToDo: string;

  constructor(status: number, message: string, whatToDo: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.whatToDo = whatToDo;
  }
}

/** Errors of other rooms that speak to the caller have the same two fields. */
function speaksToCaller(error: unknown): error is Error & {status: number; whatToDo: string} {
  return (
    error instanceof Error &&
    "status" in error &&
    typeof error.status === "number" &&
    "whatToDo" in error
  );
}

/** The one shape of every failing answer. A bug of ours tells nothing of its inside. */
export function errorBody(error: unknown): ErrorBody {
  if (speaksToCaller(error)) {
    return {error: {status: error.status, message: error.message, whatToDo: error.whatToDo}};
  }
  // The framework's own: a body that is no JSON, or says that it is not.
  if (error instanceof HTTPException && error.status < 500)
    return {
      error: {
        status: error.status,
        message: error.message,
        whatToDo: "send JSON as /api/openapi.json describes it",
      },
    };
  return {
    error: {
      status: 500,
      message: "Demarche failed to answer",
      whatToDo: "this is a fault of ours: the server's log has its cause",
    },
  };
}
