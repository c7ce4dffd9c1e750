import {readFileSync, readdirSync, existsSync} from "node:fs";
import {readCapture} from "/work/wt-reading/src/reading/index.ts";
import {captureOf} from "/work/wt-reading/src/sources/index.ts";
import {tokenF1} from "/work/wt-reading/bench/token-f1.ts";
import {documentOf, wordsOf} from "/work/wt-reading/bench/page-document.ts";
const D=process.argv[2]!;
for (const n of readdirSync(D)) { const p=D+"/"+n; if(!existsSync(p+"/source.html")) continue;
  const m=JSON.parse(readFileSync(p+"/expected-metadata.json","utf8"));
  const t0=performance.now(); const a=readCapture(captureOf(readFileSync(p+"/source.html"),"page.html","2026-01-01" as any,false,"text/html")); const ms=performance.now()-t0;
  const want=wordsOf(documentOf(readFileSync(p+"/expected.html","utf8")).body); const f=tokenF1(a.text,want);
  const sq=(s:string)=>s.replace(/\s+/g," ").trim(); const day=/^\d{4}-\d\d-\d\d/.exec(m.publishedTime??"")?.[0];
  const tOk=sq(m.title)===sq(typeof a.title==="string"?a.title:""); const dOk=!day||day===a.published;
  if(f<0.995||!tOk||!dOk||ms>400) console.log(n,f.toFixed(3),tOk?"":`T ${a.title as any} <> ${m.title}`,dOk?"":`D ${JSON.stringify(a.published)} <> ${m.publishedTime} from ${JSON.stringify(a.publishedFrom)}`,ms.toFixed(0),(readFileSync(p+"/source.html").length/1000).toFixed(0)+"kB");
}
