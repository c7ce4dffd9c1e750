/** A link only where the text is an http(s) address; anything else stays text. */
export function SafeLink({address}: {readonly address: string}) {
  if (!isWebAddress(address)) return <>{address}</>;
  return (
    <a href={address} rel="noreferrer noopener" target="_blank">
      {address}
    </a>
  );
}

/** Whether a stranger's text is an address that a reader may safely follow. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  try {
    return ["http:", "https:"].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}
