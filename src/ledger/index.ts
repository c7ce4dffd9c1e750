export {movesFromEvents} from "./moves-from-events.ts";
export {movesFromFacts} from "./moves-from-facts.ts";
export {isOnUkraine} from "./moves-from-votes.ts";
export {newestFirst} from "./newest-first.ts";
