/** Names of parameters that count visitors and lead nowhere else. */
const visitorMark = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid)$/i;

/** An item's address without what makes one page look like two: its fragment and the marks that count visitors. */
export function itemAddress(url: string): string {
  const address = new URL(url);
  address.hash = "";
  const marks = [...address.searchParams.keys()].filter((name) => visitorMark.test(name));
  for (const name of marks) address.searchParams.delete(name);
  return address.href;
}
