import {NoConvergence} from "../../math/index.ts";
import {SpendsNothing} from "../../models/index.ts";
import {InputError} from "../../sources/index.ts";
import type {SolveShock} from "./solved-shock.ts";

const whatToDo =
  "no figure is given; make the shock smaller, or look at the elasticities, the deficits and the flows of the states it names";

/** An economy that the solver cannot settle is an error with its residual, told to whoever asked; never a number. */
export function tellUnsolved(solve: SolveShock, states: readonly string[]): SolveShock {
  return (draw) => {
    try {
      return solve(draw);
    } catch (cause) {
      if (cause instanceof NoConvergence) {
        const {iterations, residual} = cause;
        const far = Number.isFinite(residual)
          ? `the largest excess demand left is ${residual.toExponential(1)}`
          : "it left the finite numbers";
        throw new InputError(
          `no equilibrium was reached in ${iterations} iterations: ${far}`,
          whatToDo,
          {status: 422, cause},
        );
      }
      if (cause instanceof SpendsNothing)
        throw new InputError(
          `${states[cause.state]} would spend less than nothing: its surplus, or what the scenario takes from it, exceeds what it earns`,
          whatToDo,
          {status: 422, cause},
        );
      throw cause;
    }
  };
}
