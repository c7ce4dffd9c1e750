/** A language tag (BCP 47) as feeds state it, "en_US" mended to "en-US"; null for anything else. */
export function feedLanguage(stated: string | null | undefined): string | null {
  const tag = stated?.trim().replaceAll("_", "-") ?? "";
  return /^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,4}$/i.test(tag) ? tag : null;
}
