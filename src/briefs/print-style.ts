/** One serif, hairlines, no boxes; two A4 pages in print, one column of readable width on a screen. */
export const printStyle = `
:root { color-scheme: light dark; --ink: #1b1a17; --paper: #fdfcf8; --line: #b9b4a7; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2efe6; --paper: #191815; --line: #6a665c; } }
body { margin: 2rem auto; padding: 0 1rem; max-width: 62rem; background: var(--paper); color: var(--ink); font: 1rem/1.45 "Source Serif 4", Georgia, "Times New Roman", serif; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.15rem; margin: 1.4em 0 .3em; } h3 { font-size: 1rem; margin: .8em 0 .2em; }
table { width: 100%; border-collapse: collapse; }
caption { text-align: left; font-weight: 600; font-size: 1.15rem; padding: 1.2em 0 .3em; }
th, td { text-align: left; vertical-align: top; padding: .3em .8em .3em 0; border-bottom: 1px solid var(--line); font-weight: inherit; overflow-wrap: anywhere; }
thead th { font-weight: 600; } thead th:first-child { width: 10%; } .moves th:nth-child(2) { width: 24%; } .stakes th:nth-child(2) { width: 45%; } .options th:nth-child(2) { width: 34%; } td p { margin: 0 0 .25em; }
sup { line-height: 0; } a { color: inherit; } .notes { font-size: .82rem; } .facts { margin: .2em 0 0; }
@page { size: A4; margin: 9mm 10mm; }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #999; }
  body { margin: 0; padding: 0; max-width: none; font-size: 7.2pt; line-height: 1.14; }
  h1 { font-size: 12pt; } h2, caption { font-size: 8.5pt; margin: .5em 0 .1em; padding: .4em 0 .1em; } h3 { font-size: 7pt; margin: .3em 0 0; }
  th, td { padding: .1em .6em .1em 0; } td p { margin: 0; } ul, ol, p { margin-top: 0; margin-bottom: .1em; } ul, ol { padding-left: 1.4em; }
  .notes { font-size: 5.6pt; line-height: 1.1; columns: 3; column-gap: 4mm; } .small { columns: 2; column-gap: 5mm; font-size: 5.6pt; } .small ul { padding: 0; margin: 0; } .small li { display: inline; } .small li::after { content: "; "; }
  a { text-decoration: none; } tr { break-inside: avoid; }
}
`;
