/** Bytes of one input that is a page, a dump or a feed. A news page with its scripts is under 3 MB. */
export const PAGE_MAX_BYTES = 5_000_000;

/** Bytes of one input of article JSON, which may hold many articles. */
export const JSON_MAX_BYTES = 50_000_000;

/** Articles of one input: a list of JSON, lines of JSON, items of a feed. Each refused one is a file in quarantine. */
export const INPUT_MAX_ARTICLES = 2_000;

/** UTF-8 bytes of one article's body: about 150,000 English words, far above any news report. */
export const BODY_MAX_BYTES = 1_000_000;

/** Sentences of one article's body, counted roughly as runs of `.`, `!` or `?` before a space. */
export const BODY_MAX_SENTENCES = 5_000;

/** Characters of any one-line field: headline, names, addresses. */
export const FIELD_MAX_CHARS = 2_000;

/** Letters of the shortest body that is taken for an article. */
export const BODY_MIN_LETTERS = 40;

/** Characters of the shortest text in a feed's field for whole articles that is taken for one. */
export const FEED_CONTENT_MIN_CHARS = 200;

/** Characters from which a feed item's description is taken for the whole article rather than a summary. */
export const FEED_DESCRIPTION_MIN_CHARS = 800;

/** Schemes of addresses that are kept and linked. */
export const URL_SCHEMES = ['http:', 'https:'] as const;

/** How far a publication date may lie ahead of the clock: the widest difference between two time zones. */
export const FUTURE_TOLERANCE_HOURS = 26;
