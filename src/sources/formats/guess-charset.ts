/** Charsets that texts of our sources are written in; a guess of any other is none. Shift_JIS and EUC-KR keep company with the region. */
const expected: ReadonlySet<string> = new Set([
  "windows-1251",
  "koi8-r",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "windows-1256",
  "windows-1252",
]);

/** What the detector calls a charset that the web reads as another (Encoding Standard, 4.2). */
const readAs: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  "iso-8859-6": "windows-1256",
  "iso-8859-5": "windows-1251",
};

/** Loads the detector of charsets (`chardet`): only who reads a text pays for it. */
export async function loadCharsetGuess(): Promise<(bytes: Uint8Array) => string | null> {
  const {analyse} = await import("chardet");
  return (bytes) => {
    if (isWestern(bytes)) return "windows-1252";
    for (const {name} of analyse(withoutAscii(bytes))) {
      const said = name.toLowerCase();
      const charset = readAs[said] ?? said;
      if (expected.has(charset) && fits(charset, bytes)) return charset;
    }
    return null;
  };
}

/** Whether every byte is one of the charset's, and what they say are no half-width kana, which Chinese in GB18030 looks like in Shift_JIS. */
function fits(charset: string, bytes: Uint8Array): boolean {
  try {
    // As a stream: the last character of a sample may be cut in two.
    const text = new TextDecoder(charset, {fatal: true}).decode(bytes, {stream: true});
    return !/[\u0080-\u009f]|[\uff61-\uff9f]{2}/.test(text);
  } catch {
    return false;
  }
}

/** Western European words: every letter above ASCII stands beside an ASCII one. Signs (below 0xC0) tell nothing. */
function isWestern(bytes: Uint8Array): boolean {
  const isLetter = (byte: number | undefined) =>
    byte !== undefined && /[a-z]/i.test(String.fromCharCode(byte));
  let found = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0xc0) continue;
    if (byte === 0xd7 || byte === 0xf7) return false;
    if (!isLetter(bytes[i - 1]) && !isLetter(bytes[i + 1])) return false;
    found = true;
  }
  return found;
}

/** Markup is ASCII and drowns what there is to tell: of each run of it one blank is left. */
function withoutAscii(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    const isTail = i > 0 && (bytes[i - 1] ?? 0) >= 0x80 && byte > 0x3f;
    if (byte >= 0x80 || isTail) kept[length++] = byte;
    else if (length > 0 && kept[length - 1] !== 0x20) kept[length++] = 0x20;
  }
  return kept.subarray(0, length);
}
