export type {ExportFormat} from "./export-dataset.ts";
export {type InitOptions, initLedger} from "./init-ledger.ts";
export {joinLedger} from "./join-ledger.ts";
export type {Judgement} from "./judgement.ts";
export type {LedgerHealth} from "./ledger-health.ts";
export {type Ledger, openLedger} from "./open-ledger.ts";
export type {RowsFound, RowsQuestion} from "./read-rows.ts";
export {type Sharing, shareLedger} from "./share-ledger.ts";
export {LedgerHeld, StoreError} from "./store-error.ts";
