import {appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync} from "node:fs";
import {rmSync} from "node:fs";
import {z} from "zod";
import {isDay} from "../world/index.ts";
