/**
 * Names of news outlets and agencies as they write them, with their hosts: only for telling that a name is an outlet's and
 * whose a host is. It says nothing of how far to trust one.
 */
const outlets: readonly (readonly [
  name: string,
  hosts: readonly string[],
  aliases?: readonly string[],
])[] = [
  ["ABC News", ["abcnews.go.com"]],
  ["Agence France-Presse", ["afp.com"], ["AFP"]],
  ["Al Jazeera", ["aljazeera.com"]],
  ["ANTARA", ["antaranews.com", "en.antaranews.com"], ["Antara", "Antara News"]],
  ["Associated Press", ["apnews.com"], ["AP", "The Associated Press"]],
  ["Astro Awani", ["astroawani.com"]],
  ["BBC", ["bbc.com", "bbc.co.uk"], ["BBC News"]],
  ["Benar News", ["benarnews.org"], ["BenarNews"]],
  ["Bernama", ["bernama.com"], ["BERNAMA"]],
  ["Bloomberg", ["bloomberg.com"]],
  ["Channel NewsAsia", ["channelnewsasia.com"], ["CNA"]],
  ["China Daily", ["chinadaily.com.cn"]],
  ["CNBC", ["cnbc.com"]],
  ["CNN", ["cnn.com", "edition.cnn.com"], ["CNN Indonesia"]],
  ["Deutsche Welle", ["dw.com"], ["DW"]],
  ["Die Welt", ["welt.de"]],
  ["Financial Times", ["ft.com"], ["The Financial Times", "FT"]],
  ["Foreign Policy", ["foreignpolicy.com"]],
  ["Free Malaysia Today", ["freemalaysiatoday.com"]],
  ["Global Times", ["globaltimes.cn"]],
  ["Interfax", ["interfax.ru", "interfax.com"]],
  ["Izvestia", ["iz.ru"]],
  ["Kommersant", ["kommersant.ru"]],
  ["Kompas", ["kompas.com", "kompas.id"]],
  ["Kyodo News", ["english.kyodonews.net"], ["Kyodo"]],
  ["Le Monde", ["lemonde.fr"]],
  ["Malay Mail", ["malaymail.com"]],
  ["Malaysiakini", ["malaysiakini.com"]],
  ["New Straits Times", ["nst.com.my"]],
  ["Nikkei Asia", ["asia.nikkei.com"], ["Nikkei", "Nikkei Asian Review"]],
  ["NPR", ["npr.org"]],
  ["Politico", ["politico.com", "politico.eu"]],
  ["Radio Free Asia", ["rfa.org"], ["RFA"]],
  ["Reuters", ["reuters.com"]],
  ["RIA Novosti", ["ria.ru"], ["RIA", "РИА Новости"]],
  ["RT", ["rt.com"], ["Russia Today"]],
  ["South China Morning Post", ["scmp.com"], ["SCMP"]],
  ["Sputnik", ["sputnikglobe.com", "sputniknews.com"]],
  ["TASS", ["tass.com", "tass.ru"], ["ТАСС"]],
  ["Tempo", ["tempo.co", "en.tempo.co"]],
  ["The Diplomat", ["thediplomat.com"]],
  ["The Economist", ["economist.com"]],
  ["The Edge", ["theedgemalaysia.com"]],
  ["The Guardian", ["theguardian.com"]],
  ["The Jakarta Post", ["thejakartapost.com"], ["Jakarta Post"]],
  ["The Moscow Times", ["themoscowtimes.com"], ["Moscow Times"]],
  ["The New York Times", ["nytimes.com"], ["New York Times"]],
  ["The Star", ["thestar.com.my"]],
  ["The Straits Times", ["straitstimes.com"], ["Straits Times"]],
  ["The Times", ["thetimes.co.uk", "thetimes.com"]],
  ["The Wall Street Journal", ["wsj.com"], ["Wall Street Journal", "WSJ"]],
  ["The Washington Post", ["washingtonpost.com"], ["Washington Post"]],
  ["Voice of America", ["voanews.com"], ["VOA"]],
  ["Xinhua", ["news.cn", "xinhuanet.com", "english.news.cn"], ["Xinhua News Agency"]],
];

const byName = new Map(
  outlets.flatMap(([name, , aliases = []]) =>
    [name, ...aliases].map((one) => [one, name] as const),
  ),
);
const byHost = new Map(
  outlets.flatMap(([name, hosts]) => hosts.map((host) => [host, name] as const)),
);

/** The outlet that goes by this name, or `null`. Case counts: "tempo" is a word. */
export function knownOutlet(name: string): string | null {
  return byName.get(name) ?? byName.get(name.replace(/^the /i, "")) ?? null;
}

/** The outlet to which an http(s) address belongs, or `null`. */
export function outletOfAddress(origin: string): string | null {
  const host = hostOf(origin);
  return host === null ? null : (byHost.get(host) ?? null);
}

/** The host of an http(s) address without "www.", or `null` when the origin is no such address. */
export function hostOf(origin: string): string | null {
  if (!/^https?:\/\//i.test(origin) || !URL.canParse(origin)) return null;
  return new URL(origin).hostname.replace(/^www\./, "");
}
