import type {ModeClass} from "./mode-words.ts";
import type {Word} from "./read-words.ts";
import type {Sentence} from "./sentence.ts";

/**
 * Turns of several words that say how far an act had come, in our own choice: lemmas, so that "was put off" is "put off".
 * A word of them alone says nothing of it.
 */
const phrases: Readonly<Partial<Record<ModeClass, string>>> = {
  denying: `put paid to; lay to rest; pour cold water; laugh off; brush off; brush aside; wave away; wave off; shrug off; distance itself;
    distance himself; distance herself; distance themselves; wash its hand; wash his hand; deny any; deny all; deny that; deny ever; know
    nothing of; know of no; aware of no; have no knowledge; set the record straight; far be it; call it a; dismiss as; dismiss talk;
    dismiss report; reject report; reject talk; reject claim; reject suggestion; rubbish claim; scotch talk; quash rumour; quash talk;
    quash report; not true that; take issue with; hit back at claim; strike from the record; not behind; play no part; have no part; have
    no hand; any hand in; nothing to do with; flat no; flatly no; drew a no; disclaim any; wide of the mark; beg to differ; call nonsense;
    swear that no; swear it have; insist that no; maintain that no; stress that no; categorically no`,
  untrue: `fairy tale; fairy story; old wife; tall story; cock and bull; make of air; out of thin air; thin air; figment of; work of
    fiction; pure fiction; pure invention; sheer invention; pure fantasy; exist only; live only; novelist head; without a witness; no basis; without
    basis; without foundation; no foundation; no truth; not a word of truth; grain of truth; shred of truth; shred of evidence; no such; no such
    thing; nothing of the sort; nothing of the kind; bad joke; poor joke; april fool; fake news; on the contrary; contrary to; never there;
    never take place; not take place; never happen; not happen; not occur; never occur; not the case; in fact no; not its; not his; not theirs;
    not ours; no one of; not one of; wishful thinking; mere gossip; idle gossip; idle talk; bar talk; press invention; false report; false flag`,
  negating: `at no point; at no time; in no way; by no mean; under no circumstance; on no account; not once; not a single; not one; not so much as;
    not even; no longer; not yet; have yet to; yet to; nowhere near; far from; anything but; none of; none at all; not at all; no intention;
    not about to; in no hurry; in no mood; no plan; no appetite; nothing to; not in the business; fall short of; stop short of; hold back from;
    shy away from; steer clear of; fail to; decline to; refuse to`,
  planning: `down for; pencil in; set for; set down for; slate for; due on; due in; due to; due for; due at; book for; time for; timetable for; on
    course for; on course to; on track for; on track to; on the calendar; on the diary; in the diary; on the agenda; in the work; in the
    pipeline; in the off; in the make; under preparation; in preparation; in hand for; at the planning; in the planning; plan for; ready to;
    be ready; get ready; gear up; line up; tee up; bind for; head for; head to; off to; look to; look forward; lay plan; lay the ground; draw
    up; make ready; make preparation; take shape; under way for; about to; on the point of; on the eve of; on the verge; wait to; still to come;
    to come; to follow; is next; come spring; come autumn; come winter; come summer; by the end of the; later this; later next; in the new year;
    next week; next month; next year; next spring; next autumn; next summer; next winter; in a fortnight; in a fortnight time; within week;
    within the month; come day; come week; come month; come year; have in mind; has it in mind; it in mind; have in view; have in store; mean
    to; mean for; want to; hope to; aim to; seek to; intend to; set to; poise to; set out to; on the card; in the drawer; on the way to;
    foresee for; expect in; expect on; expect by; expect to; schedule for; schedule to; arrange for; convene for; call for friday; as of next;
    as from; from next; from monday; from tuesday; from january; from september; start on; begin on; open on; take place on; take place in`,
  proposing: `put forward; put to; put on the table; on the table; lay on the table; on the drawing board; under discussion; under consideration;
    under study; under review; under debate; up for debate; up for discussion; up for vote; before the committee; before parliament; before the
    council; before the cabinet; before deputy; first reading; bring in a bill; table a; file a bill; file a resolution; file a motion;
    introduce a bill; introduce a resolution; move a motion; move that; move to; in favour of; speak for; speak up for; make the case; case for;
    call for; call on; be call for; ask for; ask that; ask to; press for; press to; push for; push to; lobby for; plead for; plead with; beg for;
    argue for; argue that; would like; would rather; would have; would do well; do well to; would be wise; be wise to; be better; ought to; high
    time; about time; time have come; it is time; not time; why not; good idea; idea for; idea of; idea be; notion that; notion for; toy with;
    play with the idea; think of; think aloud; flirt with; look at; look into; weigh up; think about; talk of; talk over; sound out; put out
    feeler; throw out; throw open; throw its hat; float the; float a; fly a kite; kite fly; trial balloon; raise the; raise the idea; raise the
    notion; raise the possibility; open to; open door to; willing to; ready to offer; prepare to offer; offer to; offer of; offer itself; put
    itself forward; seek from; be seek; be demand; demand of; demand by; want by; favour by; wish list; opposition motion; draft bill; draft
    law; draft resolution; on the ballot; open letter; policy paper; think tank; see merit; find merit; find an advocate; have a champion; be
    after; be what; counsel of; advice of; recommend that; suggest that; propose that; urge that; advise that; insist that; for discussion;
    discuss whether; debate whether; consider whether; invite to; bid to host`,
  announcing: `make public; make know; make official; make it official; make clear; let it be know; let be know; give notice; notice be give; serve
    notice; go on record; put in writing; put on record; put it in writing; give the word; give word; word come; green light; the green light;
    go ahead; the go ahead; give its blessing; sign off; sign off on; sign into law; sign a decree; write into law; pass into law; put into
    force; come into force; come into effect; take effect; enter into force; with effect from; with immediate effect; with immediate; effective
    at; at once; in force from; in force as; as of monday; as of today; from today; from midnight; by decree; by presidential decree; set aside;
    ring fence; put aside; earmark for; commit to; commit itself; commit himself; bind itself; pledge to; promise to; vow to; undertake to;
    agree to; resolve to; decide to; decide on; decide that; opt to; opt for; choose to; settle on; settle for; plump for; vote to; vote
    through; vote for the; formally decide; officially; final approval; final decision; last word; press release; press office say; press
    conference; state gazette; official gazette; the gazette; government portal; tell reporter; tell parliament; tell deputy; tell the commons;
    tell the house; tell lawmaker; step to the microphone; spell out; lay out; set out; roll out; award a contract; award the contract; award
    to; pick to; choose as; select as; name as; clear for; clear to; give leave; grant leave; authorise to; authorize to; instruct to; order
    to; order that; rule that; issue a decree; issue an order; publish a list; publish the rule; publish a decree; sign the order`,
  possible: `not out of the question; out of the question; on every mind; on the mind of; a matter of day; matter of time; matter of week; only a
    matter; remote chance; slim chance; fair chance; good chance; off chance; no more than a chance; within reach; beyond reach; within the realm;
    on the horizon; on the cards; in the air; in the balance; in play; an option; remain an option; keep the option; leave open; leave the door;
    keep open; left open; may yet; might yet; could yet; can yet; may well; might well; could well; would well; may have; might have; in theory;
    on paper; in principle; in a position to; free to; able to; stand able; have ground to; have the mean; have reason to; have cause to; have
    every reason; have the right; reserve the right; no bar to; nothing to stop; nothing stop; nothing prevent; think possible; thought
    possible; deem possible; hold possible; consider possible; be possible; be likely; be unlikely; be conceivable; be imaginable; be feasible;
    be fear; be rumour; be whisper; be say to; be think to; be hint; hint that; hint at; hang over; hang on; hang upon; hinge on; depend on;
    rest on; turn on whether; ride on; subject to; wait on; at risk; run the risk; risk of; danger of; threat of; spectre of; shadow of;
    prospect of; chance of; possibility of; talk of; guess at; bet on; bet that; some say; some fear; some think; some expect; analyst say;
    analyst think; analyst expect; observer say; expert say; expert think; diplomat believe; trader think; banker think; banker fear; tempt
    to; dare to; have only to; need only; it would take; would be to; would mean; would cost; would be the; would not be the first; one day;
    some day; sooner or later; at the end of; not rule out; rule out; not exclude; exclude a; what if; and if; will in the end; after all`,
  conditional: `as long as; so long as; provide that; provided that; providing that; on condition; on the condition; in case; in the event; in that
    event; in which case; even if; only if; if only; if and when; if ever; if need be; if necessary; but for; were it; were to; should it; should
    he; should they; should the; had it; without a; except if; short of; but only if; only with; only when; only once; once the; once a; not
    until; until and unless; unless and until; whether or not; depend on whether; assume that; suppose that; on the assumption; at the first
    sign; if ask; if press; if not`,
  hearsay: `it be say; so it be say; so say; say to be; say to have; report to have; report to be; believe to have; allege to have; suppose to have;
    rumour have it; word have it; word of; talk of; tale of; story of; story that; report of; report that; claim that; claim of; accord to rumour;
    newspaper say; a paper say; unnamed source; one source; people familiar; person familiar; people brief; person brief; a leak; leak to; in the
    press; press report; a newsletter have; social medium post`,
};

interface Phrase {
  readonly rest: readonly string[];
  readonly kind: ModeClass;
}

const byFirst = new Map<string, Phrase[]>();
for (const [kind, listed] of Object.entries(phrases))
  for (const phrase of listed.split(";")) {
    const [first = "", ...rest] = phrase.trim().split(/\s+/);
    byFirst.set(first, [...(byFirst.get(first) ?? []), {rest, kind: kind as ModeClass}]);
  }

/** A turn of phrase met in a sentence: words `[first, last)`. */
export interface ModePhrase {
  readonly kind: ModeClass;
  readonly first: number;
  readonly last: number;
}

/** The turns of phrase among words `[from, end)`; a small word may stand in one, as in "put it forward". */
export function modePhrasesIn({words}: Sentence, from: number, end: number): ModePhrase[] {
  const found: ModePhrase[] = [];
  for (let i = from; i < end; i++) {
    const {lemma, lower} = words[i] as Word;
    gather(words, i, end, byFirst.get(lower), found);
    if (lemma !== lower) gather(words, i, end, byFirst.get(lemma), found);
  }
  return found;
}

function gather(
  words: readonly Word[],
  first: number,
  end: number,
  phrases: readonly Phrase[] | undefined,
  found: ModePhrase[],
): void {
  if (phrases === undefined) return;
  for (const {rest, kind} of phrases) {
    const last = endOf(words, first + 1, end, rest);
    if (last > 0) found.push({kind, first, last});
  }
}

/** One past the last of the words wanted, or −1. */
function endOf(words: readonly Word[], from: number, end: number, rest: readonly string[]): number {
  let at = from;
  for (const wanted of rest) {
    if (!isWord(words, at, end, wanted)) {
      if (!small.test(words[at]?.pos ?? "") || !isWord(words, at + 1, end, wanted)) return -1;
      at++;
    }
    at++;
  }
  return at;
}

const small = /^(?:DET|PRON|ADV)$/;

function isWord(words: readonly Word[], i: number, end: number, wanted: string): boolean {
  if (i >= end) return false;
  const {lemma, lower} = words[i] as Word;
  return lemma === wanted || lower === wanted;
}
