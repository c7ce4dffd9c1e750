const small = /\p{Ll}/u;
const capital = /\p{Lu}/u;

/** How many small letters and how many capitals a text has. */
export function countCase(text: string): {readonly small: number; readonly capitals: number} {
  const counts = {small: 0, capitals: 0};
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point > 0xffff) i++;
    if (point >= 0x61 && point <= 0x7a) counts.small++;
    else if (point >= 0x41 && point <= 0x5a) counts.capitals++;
    else if (point > 0x7f) {
      const letter = String.fromCodePoint(point);
      if (small.test(letter)) counts.small++;
      else if (capital.test(letter)) counts.capitals++;
    }
  }
  return counts;
}
