const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes any text safe as HTML content or in a quoted attribute; characters that HTML forbids are left out. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (mark) => (/[\n\t]/.test(mark) ? " " : ""))
    .replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
