/** Words of sport, weather, stage, kitchen and market that mark a sentence as no dealing between states. */
const elsewhere =
  /\b(football|soccer|cricket|rugby|tennis|golf|basketball|baseball|hockey|badminton|olympics?|olympic|world cup|grand prix|premier league|championships?|tournament|semi-?finals?|quarter-?finals?|midfielder|striker|goalkeeper|coach|wicket|innings|hat-trick|penalty shootout|medallist|medalist|gold medal|playoffs?|qualifiers?|qualifying|batsman|goals?\b.*\bmatch|friendly match|box office|film festival|movie|album|concert|singer|actor|actress|celebrity|k-pop|pop star|novel|museum|exhibition|fashion|recipes?|restaurant|chef|street food|tourists?|holiday|beach(?:es)?|zoo|panda|heatwave|heat wave|forecast(?:ers)?|rainfall|snowfall|stocks? (?:rose|fell|slip|gain|close|end)|shares (?:rose|fell|slip|gain|close|end)|wall street|nasdaq|nikkei 225|bitcoin|horoscope|lottery|wedding|best places|things to know|quiz|crossword)\b/i;

/** Deaths by mishap: somebody may be killed, but nobody attacked. */
const mishap =
  /\b(?:bus|car|train|plane|ferry|boat|helicopter|truck|mine|road|traffic|aircraft) (?:crash\w*|accident|collision|collapse|fire|sinks|capsiz\w+)|\b(?:explosion and fire|gas explosion|fireworks|blaze|typhoon|monsoon|earthquake|eruption|volcano|landslide|floods?|flooding|stampede|cyclone|hurricane|wildfires?|outbreak|virus|cholera|heatstroke|capsized)\b/i;

/** Questions and explainers report nothing themselves. */
const opinion =
  /^\s*(?:opinion|analysis|explainer|explained|editorial|commentary|review|quiz|podcast|watch|photos|in pictures|fact check|letter|q&a)\s*[:|–-]|^\s*(?:why|how|what|who|when|where|is|are|can|could|should|will|does|do|did|would|has|have)\b[^.!]*\?\s*$|^\s*(?:why|how|what)\b(?!.*\bsaid\b)|^\s*meet\s+(?:the|[\p{Lu}])/iu;

/** What a mishap does to people. */
const harm =
  /\b(?:kill\w*|dead|deaths?|die[ds]?|injur\w*|wound\w*|missing|hits?|strikes?|struck|shak\w+|shook|destroy\w*|displac\w+)\b/i;

/** After a mishap states still help one another. */
const relief = /\b(?:aid|relief|donat\w+|rescue\w*|assist\w*|sends?|pledg\w+|offers?|vaccines?)\b/i;

/** Marks of a computer's language. */
const code = /[{}]|\/\*|=>/;

/** Whether a sentence by its subject or its form holds no event between political actors. */
export function isNoNews(text: string): boolean {
  return (
    code.test(text) ||
    opinion.test(text) ||
    elsewhere.test(text) ||
    (mishap.test(text) && harm.test(text) && !relief.test(text))
  );
}
