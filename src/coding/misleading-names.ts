import type {GazetteerName} from "./gazetteer.ts";

/** Phrases that begin with a party's name and are none: seas, peoples elsewhere, wars, dishes. */
const phrases = [
  "China Sea",
  "China Morning Post",
  "Indian Ocean",
  "Indian Americans",
  "American Indian",
  "American Airlines",
  "American Express",
  "American football",
  "American Samoa",
  "British Columbia",
  "British Airways",
  "Chinese New Year",
  "Chinese Taipei Open",
  "English Channel",
  "French Open",
  "French fries",
  "French toast",
  "German shepherd",
  "Greek yogurt",
  "Georgia Tech",
  "Georgia State",
  "Georgia Bulldogs",
  "Jordan River",
  "Jordan Valley",
  "Panama Papers",
  "Philippine Sea",
  "Singapore Airlines",
  "Singapore Grand Prix",
  "Spanish flu",
  "Turkish Airlines",
  "Washington state",
  "Washington State",
  "Washington Commanders",
  "Washington Wizards",
  "Washington Capitals",
  "Washington Nationals",
  "Washington Irving",
  "Brussels sprouts",
  "Cuba Gooding",
  "Paris Hilton",
  "Paris Jackson",
  "Paris Saint-Germain",
  "Paris Agreement",
  "Paris Accord",
  "Paris climate",
  "Geneva Convention",
  "Vienna Convention",
  "Guinea pig",
  "Guinea fowl",
  "Jersey cow",
  "Jersey City",
  "Niger River",
  "Niger Delta",
  "Congo River",
  "Congo basin",
  "Congo Basin",
  "Nile Delta",
  "Turkey Creek",
  "Chile pepper",
  "Chile con",
  "Brazil nut",
  "Panama hat",
  "Panama City Beach",
  "Persian Gulf",
  "Persian cat",
  "Persian rug",
  "Persian carpet",
  "Turkish delight",
  "Turkish bath",
  "Swiss cheese",
  "Swiss roll",
  "Swiss Army knife",
  "Danish pastry",
  "Belgian waffle",
  "Spanish omelette",
  "Irish stew",
  "Irish setter",
  "English-language",
  "English language",
  "English speaking",
  "English-speaking",
  "English lesson",
  "Welsh corgi",
  "Scottish terrier",
  "Cuban sandwich",
  "Mexican standoff",
  "Chinese whispers",
  "Chinese zodiac",
  "Russian roulette",
  "Russian doll",
  "Dutch oven",
  "Dutch courage",
  "Dutch auction",
  "American Idol",
  "American dream",
  "American Dream",
  "American League",
  "Australian Open",
  "Italian Open",
  "Indian summer",
  "Thai curry",
  "Korean barbecue",
  "Commonwealth Games",
  "Commonwealth Bank",
  "Trinity College Dublin",
  "London Bridge",
  "London Marathon",
  "Berlin Wall",
  "Berlin Marathon",
  "Rome Statute",
  "Lima bean",
  "Santiago de Compostela",
  "Tripoli, Lebanon",
  "England Patriots",
  "US Weekly",
  "US Open",
  "CAR park",
];

/** A place of the name in America or Canada: "Lebanon, Pennsylvania", "Paris, Texas". */
const overseas =
  /^, (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Ontario|Oregon|Pennsylvania|Rhode Island|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming)\b/;

/** A player and not the state: what is played stands right behind. */
const played =
  /^ (?:dunk|scor|sank|homer|pitch|dribbl|tackl|bat(?:s|ted)\b|putt|birdie|led (?:the )?(?:Bulls|Lakers|Warriors)|and Pippen|from (?:accounts|sales|marketing|HR|finance|IT)\b)/;

/** Words after a capital or a state that make it a newspaper: "Moscow Times", "Jakarta Post". */
const papers = /^ (Post|Times|Globe|Herald|Independent|Examiner|Gazette|Daily|Tribune|Monitor)\b/;

/** Words before a name that make it a place or people of another kind: "New Jersey", "Latin American". */
const before =
  /(?:^|[^\p{L}])(New|Latin|Native|North|South|Central|African|Asian|Gulf of|Sea of|Port of|Michael|Jim|DeAndre|Denzel|George|Kerry|Mount|Lake|Fort|Little|St\.?|Saint|University of|Bank of|Times of|Voice of|Radio Free) $/u;

const afterNew = new Set(["Mexico", "Jersey", "Guinea", "Delhi"]);
const afterCompass = new Set(["America", "American", "Americans", "Pole", "Poles", "Dane"]);
const people = new Set(["Jordan", "Washington", "Chad", "Israel", "Kenya", "India", "Paris"]);

/** The American state, not the republic: its cities, offices and parties stand near. */
const americanGeorgia =
  /\b(Atlanta|Savannah|Kemp|Raffensperger|Ossoff|Warnock|Fulton|Senate (race|runoff|seat)|governor|Republicans?|Democrats?|GOP|swing state|Bulldogs|Alabama|Florida|Tennessee|Carolina)\b/;

const turkeyToEat =
  /\b(Thanksgiving|roast|recipe|oven|stuffing|gravy|sandwich|breast|dinner|farmers? raise)\b/i;

/**
 * How many characters to pass over because the name does not mean the party where it stands; 0 where it does.
 */
export function isMisleading(text: string, at: number, {name, kind}: GazetteerName): number {
  const rest = text.slice(at, at + 40);
  // "the West Bank": only the article is passed over, so that the place is met next.
  if (
    name === "the West" &&
    /^ (Bank|Coast|Wing|Indies|Indian|African|Side|Midlands)\b/.test(rest.slice(8))
  )
    return 3;
  if (name === "Quad" && !/the $/i.test(text.slice(Math.max(0, at - 4), at))) return 4;
  const phrase = phrases.find((one) => rest.startsWith(one));
  if (phrase !== undefined) return phrase.length;
  const paper = papers.exec(rest.slice(name.length));
  if (paper !== null && kind !== "person") return name.length + paper[0].length;
  const lead = before.exec(text.slice(Math.max(0, at - 24), at))?.[1];
  if (lead !== undefined && isOther(lead, name)) return name.length;
  if (overseas.test(text.slice(at + name.length, at + name.length + 20)))
    return (
      name.length +
      (overseas.exec(text.slice(at + name.length, at + name.length + 20))?.[0].length ?? 0)
    );
  if (people.has(name) && played.test(text.slice(at + name.length, at + name.length + 24)))
    return name.length;
  if (people.has(name) && isPerson(text, at, name)) return name.length;
  if (name === "Niger" && /\b(?:on|along|across) the $/.test(text.slice(Math.max(0, at - 14), at)))
    return name.length;
  if (name === "ICC" && /\b(?:cricket|T20|World Cup|innings|trophy)\b/i.test(around(text, at)))
    return name.length;
  if (/^Georgia(?:ns?)?$/.test(name) && americanGeorgia.test(around(text, at))) return name.length;
  if (name === "Turkey" && turkeyToEat.test(around(text, at))) return name.length;
  return 0;
}

/** The neighbourhood of a name: what it means is told nearby, and a long text is not read again for each name. */
function around(text: string, at: number): string {
  return text.slice(Math.max(0, at - 200), at + 200);
}

function isOther(lead: string, name: string): boolean {
  if (lead === "New") return afterNew.has(name);
  if (/^(North|South|Central|Latin|Native|African|Asian)$/.test(lead))
    return afterCompass.has(name) || name === "Pole";
  if (/^(Michael|Jim|DeAndre|Denzel|George|Kerry)$/.test(lead)) return people.has(name);
  if (/^(Times of|Voice of|Radio Free|University of|Bank of)$/.test(lead))
    return !/^Bank of$/.test(lead);
  return true;
}

/** "Chad Smith said", "Jordan Henderson scored": a capitalised word follows that no state takes after its name. */
function isPerson(text: string, at: number, name: string): boolean {
  const next = /^ (\p{Lu}\p{Ll}+)/u.exec(text.slice(at + name.length, at + name.length + 24))?.[1];
  if (next === undefined) return false;
  const words = around(text, at).match(/\p{L}+/gu) ?? [];
  const capitals = words.filter((one) => /^\p{Lu}/u.test(one)).length;
  // In a headline every word has a capital, so the next one says nothing.
  return capitals / words.length < 0.6 && !/^(President|Prime|Foreign|Defen|King|Army)/.test(next);
}
