import {hostOf} from "../world/index.ts";

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
  [
    "Agence France-Presse",
    ["afp.com"],
    ["AFP", "l’AFP", "l'AFP", "法新社", "فرانس برس", "เอเอฟพี", "Франс Пресс"],
  ],
  ["Al Jazeera", ["aljazeera.com"]],
  ["Anadolu", ["aa.com.tr"], ["Anadolu Agency"]],
  ["ANSA", ["ansa.it"]],
  [
    "ANTARA",
    ["antaranews.com", "en.antaranews.com"],
    ["Antara", "Antara News", "LKBN ANTARA", "安塔拉通讯社"],
  ],
  ["Associated Press", ["apnews.com"], ["AP", "The Associated Press", "美联社", "أسوشيتد برس"]],
  ["Astro Awani", ["astroawani.com"]],
  ["BBC", ["bbc.com", "bbc.co.uk"], ["BBC News", "Би-би-си"]],
  ["Benar News", ["benarnews.org"], ["BenarNews"]],
  ["Bernama", ["bernama.com"], ["BERNAMA", "马新社"]],
  ["Bloomberg", ["bloomberg.com"], ["彭博社", "Блумберг"]],
  ["CCTV", ["cctv.com", "cntv.cn"], ["央视", "央视新闻"]],
  ["Central News Agency", ["focustaiwan.tw", "cna.com.tw"]],
  ["Channel NewsAsia", ["channelnewsasia.com"], ["CNA"]],
  ["China Daily", ["chinadaily.com.cn"]],
  ["China News Service", ["chinanews.com", "chinanews.com.cn"], ["中新社", "中新网"]],
  ["CNBC", ["cnbc.com"]],
  ["CNN", ["cnn.com", "edition.cnn.com"], ["CNN Indonesia"]],
  ["Detik", ["detik.com", "news.detik.com"], ["detikcom"]],
  ["Deutsche Welle", ["dw.com"], ["DW"]],
  ["Die Welt", ["welt.de"]],
  ["dpa", ["dpa.com"], ["DPA"]],
  ["EFE", ["efe.com"], ["Agencia EFE"]],
  ["El País", ["elpais.com"]],
  ["Financial Times", ["ft.com"], ["The Financial Times", "FT"]],
  ["Foreign Policy", ["foreignpolicy.com"]],
  ["Free Malaysia Today", ["freemalaysiatoday.com"]],
  ["Global Times", ["globaltimes.cn", "huanqiu.com"], ["环球时报", "环球网"]],
  ["Interfax", ["interfax.ru", "interfax.com"], ["Интерфакс"]],
  ["Izvestia", ["iz.ru"], ["Известия"]],
  ["Jiji Press", ["jiji.com"], ["Jiji"]],
  ["Kommersant", ["kommersant.ru"], ["Коммерсантъ", "Коммерсант"]],
  ["Kompas", ["kompas.com", "kompas.id"]],
  ["Kyodo News", ["english.kyodonews.net"], ["Kyodo", "共同社"]],
  ["Lao News Agency", ["kpl.gov.la"], ["KPL"]],
  ["Le Figaro", ["lefigaro.fr"]],
  ["Le Monde", ["lemonde.fr"]],
  ["Malay Mail", ["malaymail.com"]],
  ["Malaysiakini", ["malaysiakini.com"]],
  ["New Straits Times", ["nst.com.my"]],
  ["Nikkei Asia", ["asia.nikkei.com"], ["Nikkei", "Nikkei Asian Review", "日经亚洲"]],
  ["NPR", ["npr.org"]],
  ["Philippine News Agency", ["pna.gov.ph"], ["PNA"]],
  ["Politico", ["politico.com", "politico.eu"]],
  ["Press Trust of India", ["ptinews.com"], ["PTI"]],
  ["Radio Free Asia", ["rfa.org"], ["RFA"]],
  ["Rappler", ["rappler.com"]],
  [
    "Reuters",
    ["reuters.com"],
    ["REUTERS", "Thomson Reuters", "Рейтер", "路透社", "رويترز", "รอยเตอร์"],
  ],
  ["RIA Novosti", ["ria.ru"], ["RIA", "РИА Новости", "俄新社"]],
  ["RT", ["rt.com"], ["Russia Today", "RT на русском"]],
  ["Sinar Harian", ["sinarharian.com.my"]],
  ["South China Morning Post", ["scmp.com"], ["SCMP"]],
  ["Sputnik", ["sputnikglobe.com", "sputniknews.com"], ["卫星通讯社"]],
  ["TASS", ["tass.com", "tass.ru"], ["ТАСС", "塔斯社", "تاس", "Tass", "l’agence Tass"]],
  ["Tempo", ["tempo.co", "en.tempo.co"]],
  ["The Diplomat", ["thediplomat.com"]],
  ["The Economist", ["economist.com"]],
  ["The Edge", ["theedgemalaysia.com"]],
  ["The Guardian", ["theguardian.com"]],
  ["The Jakarta Post", ["thejakartapost.com"], ["Jakarta Post"]],
  ["The Moscow Times", ["themoscowtimes.com"], ["Moscow Times"]],
  ["The New York Times", ["nytimes.com"], ["New York Times", "纽约时报"]],
  ["The Star", ["thestar.com.my"]],
  ["The Straits Times", ["straitstimes.com"], ["Straits Times"]],
  ["The Times", ["thetimes.co.uk", "thetimes.com"]],
  ["The Wall Street Journal", ["wsj.com"], ["Wall Street Journal", "WSJ"]],
  ["The Washington Post", ["washingtonpost.com"], ["Washington Post"]],
  ["Utusan Malaysia", ["utusan.com.my"]],
  ["Vedomosti", ["vedomosti.ru"], ["Ведомости"]],
  ["Vietnam News Agency", ["vietnamplus.vn", "en.vietnamplus.vn"], ["VNA", "TTXVN"]],
  ["VnExpress", ["vnexpress.net", "e.vnexpress.net"]],
  ["Voice of America", ["voanews.com"], ["VOA"]],
  [
    "Xinhua",
    ["news.cn", "xinhuanet.com", "english.news.cn"],
    [
      "XINHUA",
      "Xinhua News Agency",
      "Синьхуа",
      "新华社",
      "新华网",
      "شينخوا",
      "ซินหัว",
      "Tân Hoa Xã",
      "Chine nouvelle",
    ],
  ],
  ["Yonhap", ["en.yna.co.kr", "yna.co.kr"], ["Yonhap News Agency"]],
];

const byName = new Map(
  outlets.flatMap(([name, , aliases = []]) =>
    [name, ...aliases].map((one) => [one, name] as const),
  ),
);
const byHost = new Map(
  outlets.flatMap(([name, hosts]) => hosts.map((host) => [host, name] as const)),
);

/** All names in letters that have no capitals, so that they must be looked for one by one. */
export const uncasedNames: readonly string[] = [...byName.keys()].filter((name) =>
  /^\p{Lo}/u.test(name),
);

/** Agencies, which supply others with texts: whose credit under a text is one. */
const agencies = new Set(
  "Agence France-Presse|Anadolu|ANSA|ANTARA|Associated Press|Bernama|Bloomberg|Central News Agency|China News Service|dpa|EFE|Interfax|Jiji Press|Kyodo News|Lao News Agency|Philippine News Agency|Press Trust of India|Reuters|RIA Novosti|Sputnik|TASS|Vietnam News Agency|Xinhua|Yonhap".split(
    "|",
  ),
);

/** Whether an outlet, by its usual name, is an agency. */
export function isAgency(outlet: string): boolean {
  return agencies.has(outlet);
}

/** The outlet that goes by this name, or `null`. Case counts: "tempo" is a word. */
export function knownOutlet(name: string): string | null {
  return byName.get(name) ?? byName.get(name.replace(/^the /i, "")) ?? null;
}

/** The outlet to which an http(s) address belongs, or `null`. */
export function outletOfAddress(origin: string): string | null {
  const host = hostOf(origin);
  return host === null ? null : (byHost.get(host) ?? null);
}
