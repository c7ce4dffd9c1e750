import {z} from "zod";

/** The ledger's file within a backup; its event files stand in the folder of this name with ".events". */
export const backedUpLedger = "ledger.duckdb";
export const manifestFile = "backup.json";

/** A path within the backup: no way out of its folder. */
const pathWithin = z
  .string()
  .regex(/^[\w=.-]+(\/[\w=.-]+)*$/)
  .refine((path) => !path.split("/").some((part) => /^\.+$/.test(part)));

/** What a backup says of itself. */
export const backupManifest = z.strictObject({
  what: z.literal("a backup of a Demarche ledger"),
  schemaVersion: z.int().positive(),
  /** The end of the chain: what `demarche verify --expect` asks for. */
  head: z.string().regex(/^[0-9a-f]{64}$/),
  files: z.array(
    z.strictObject({
      path: pathWithin,
      bytes: z.int().nonnegative(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type BackupManifest = z.infer<typeof backupManifest>;
