/** What a word says of how far an act had come, before any grammar: the classes that the mode is weighed by. */
export const modeClasses = [
  "denying",
  "untrue",
  "negating",
  "planning",
  "proposing",
  "announcing",
  "possible",
  "conditional",
  "hearsay",
  "excluding",
  "time",
] as const;
export type ModeClass = (typeof modeClasses)[number];

/** Lemmas or forms, in our own choice; a word may stand in more than one class. */
const words: Readonly<Record<ModeClass, string>> = {
  denying: `disprove swear misquote rebuff confute impugn quibble discredit repel recant pooh puncture demolish
    negate deny dismiss refute rebut dispute contest disown disavow repudiate disclaim contradict debunk scotch
    gainsay brush rubbish deride ridicule scoff bristle reject disagree scorn belie clarify assure nail swat
    pooh-pooh discount abjure decry
    retort rejoin disown contradict correct scoff refutation rebuttal denial disclaimer repudiation dismissive`,
  untrue: `invention inaccurate figment fable fictitious imagination misunderstanding untruth canard slur chimera
    supposition conjecture falsely wrongly mistranslation slanderous hallucination unreal concoction wishful misread
    baselessly unsubstantiated lying liar distortion distort misleadingly exaggerate exaggeration untrue false
    falsehood baseless groundless fabricated fabrication invented fiction fake hoax slander libel lie rumour rumor
    myth nonsense fanciful unfounded malicious malice disinformation misinformation truth wrong incorrect mistaken
    erroneous misreport misquote forgery forged concocted imaginary fantasy smear calumny propaganda legend fairy
    misleading absurd ludicrous garbage rubbish gossip fairytale made-up contrary spurious bogus doctored misreading
    boast lunacy canards myth-making misquotation misreporting exaggerated overblown overactive overworked`,
  negating: `nil none-of nought not-a no-one whatsoever not n't never no none nor neither nobody nothing nowhere
    without hardly scarcely barely refrain cannot zero innocent stop-short`,
  planning: `hope mean want due preparation readying tender gear-up rehearsal expectation eventual scheduled tentative design countdown
    groundwork itinerary look-forward anticipate ahead-of plan intend intention prepare aim schedule slate due set
    expect poise gear ready about pencil calendar agenda forthcoming upcoming timetable fix diary programme bound
    arrange lay-plans plot poised tipped tomorrow later soon envisage target rehearse
    await readiness foresee foreseen book imminent eve upcoming slated penciled`,
  proposing: `table favour mull moot beg implore beseech exhort lobby petition would-rather wise encourage coax prod goad pitch tout want
    advisable counsel argue case mediate brainstorm formula resolution motion bill memorandum think-tank panel
    envisage vision offer willing submit input request plead appeal advocate preferable favour recommendable sensible
    consultation propose proposal suggest suggestion recommend recommendation urge advise advice float moot mull
    weigh consider ponder contemplate explore study move broach idea draft ought should must let debate discuss
    champion favor toy think plea circulate raise-again campaign entertain invite review possibility option bid
    overture scheme blueprint air manifesto notion examine
    commend canvass counsel editorial columnist advocate proponent amendment pitch wish-list feeler brainwave suggestion overtures`,
  announcing: `order decree notice undertake accept communicate notification gazette assent authorisation greenlight go-ahead instruct
    direct oblige empower mandate enact rule publish formally confirm allot appropriate appropriation earmark
    nominate appoint select finalise finalize inaugurate tweet televise press-release announce announcement declare
    declaration unveil proclaim decree pledge promise vow approve approval authorise authorize okay allocate award
    order decide decision resolve adopt notify disclose reveal commit rubber-stamp endorse budget sign-off communique
    communiqué statement notice bulletin edict ordinance
    gazetted decreed proclamation promulgate seal publish official earmarked notification`,
  possible: `imaginable thinkable conceivable plausible improbable temptation tempt inclined inclination entitle
    entitled unable capable capability eventually someday wager whisper speculative theory theoretically hypothetical
    hypothetically doubtful uncertain depend hinge contingent question anybody guess rumoured risk looming loom
    eventuality scenario reserve obliged could may might can would perhaps possibly possible maybe likely unlikely
    potential potentially prospect chance fear speculate speculation threat reckon doubt imagine contingency ponder
    feasible bet whether hesitate
    unthinkable suppose dare venture imaginably foreseeable theoretical eventual thinkable nightmare temptingly guess spectre`,
  conditional: `event as-long-as so-long conditional conditionally subject contingent proviso in-case even-if if-only
    if unless should suppose supposing assuming lest whether otherwise absent barring`,
  hearsay: `claim report allegation allege story talk reportedly rumour rumor suggestion charge assertion notion view idea
    belief impression reading word version account insinuation supposed purported alleged accusation press newspaper
    website leak film footage post
    allegedly ascribe impute attribute supposedly purportedly reputedly insinuate narrative dossier whisper hearsay telling`,
  excluding: `foreclose unimaginable rule exclude unthinkable inconceivable impossible hesitate preclude refrain discount`,
  time: `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december tomorrow tonight week month year spring summer autumn winter easter ramadan christmas dawn
    midnight noon weekend fortnight quarter season today yesterday
    fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
    eighteenth nineteenth twentieth thirtieth sunrise sunset nightfall noon holiday whitsun carnival o'clock 2026 2027 2028 2029 2030`,
};

const classesOf = new Map<string, readonly ModeClass[]>();
for (const kind of modeClasses)
  for (const word of words[kind].split(/\s+/))
    classesOf.set(word, [...(classesOf.get(word) ?? []), kind]);

const none: readonly ModeClass[] = [];

/** The classes of a word, by its lemma or its form. */
export function modeClassesOf(lemma: string, lower: string): readonly ModeClass[] {
  return classesOf.get(lower) ?? classesOf.get(lemma) ?? none;
}
