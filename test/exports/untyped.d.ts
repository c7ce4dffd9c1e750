// The parts that the tests use of two libraries that come without types.
declare module "@citation-js/core" {
  export class Cite {
    constructor(data: unknown);
    readonly data: readonly Readonly<Record<string, unknown>>[];
    format(what: "bibliography", how: {format: "text"; template: string; lang: string}): string;
  }
}
declare module "@citation-js/plugin-csl";
declare module "datapackage" {
  export function validate(
    descriptor: object,
  ): Promise<{readonly valid: boolean; readonly errors: readonly Error[]}>;
}
