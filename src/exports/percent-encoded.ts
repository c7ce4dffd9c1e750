/**
 * A text as part of a URI: only letters, digits and - . _ ~ stand as they are (RFC 3986, "unreserved"). A lone half of a
 * surrogate pair, which has no bytes in UTF-8, becomes U+FFFD.
 */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\uFFFD")).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
