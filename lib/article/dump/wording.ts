/** Patterns of what stands around an article on a news page. Each is tried on one whole line. */

/** After these nothing belongs to the article: copyright, comments, the agency's end mark. */
export const ENDS: readonly RegExp[] = [
  /^(?:©|\(c\)|ⓒ|copyright\b).*(?:\b(?:19|20)\d{2}\b|\brights\b|\.[a-z]{2,3}\b|©|copyright @)/i,
  /\ball rights reserved\b|무단\s*전재/i,
  /^\(?\s*(?:END|ENDS|끝)\s*\)?\.?$/,
  /^(?:view |read |post |show |hide |see |load |all )?(?:\d[\d,]* )?comments?(?: \(\d+\)|: ?\d+| section| policy| are closed)?[:.]?$/i,
  /^(?:leave (?:a|your) (?:reply|comment)|join the (?:discussion|conversation)|add (?:a|your) comment|post a comment|what do you think\?)/i,
];

/** Headings of lists of other stories and of what follows an article. */
export const OTHER_STORIES: readonly RegExp[] = [
  /^(?:top|most|latest|popular|trending|recommended|recent|featured|breaking|also)\b.{0,30}\b(?:stor(?:y|ies)|news|articles?|headlines|posts|reads?|topics|videos|viewed|popular|commented|shared)\b.{0,25}$/i,
  /^(?:most (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?|editor'?s'? picks?|special coverage|don'?t miss|in case you missed it|you (?:may|might) (?:also )?(?:like|be interested in|enjoy)|more (?:from|on|in|stories|news|articles|coverage|about)\b.{0,50}|more articles by .{0,40}|(?:related|other|similar) (?:stories|articles|news|posts|topics|content|coverage|reading|links)|what to read next|read next|up next|sponsored(?: content| links| stories)?|paid content|around the web|from our partners|promoted(?: stories)?|about the (?:author|writer)s?|author bio|photos? of the day|in pictures|newsletters?)\s*[:»>]?$/i,
];

/** Lines that stand inside an article without being of it, often a link or an advertisement. */
export const INSERTS: readonly RegExp[] = [
  /^(?:read (?:more|also|next|on|this)|also read|see also|more|related|watch|listen|live|don'?t miss|recommended|must read|explainer|opinion|analysis|click here|▶|►|>>|»)\s*[:|–—-].{3,}$/i,
  /^(?:read (?:more|the full (?:story|article))|related(?: (?:article|story|video|coverage))?:?|advertisement|advertising|ad|ads|sponsored|promoted|story continues below(?: advertisement)?|article continues (?:below|after)(?: this)?(?: ad(?:vertisement)?)?|continue reading(?: below)?|scroll (?:down )?to continue.*|skip advertisement|loading\.*|image|images|photo|photos|video|play video|watch video|gallery|enlarge(?: this)? image|toggle caption|hide caption|caption|credit|credits?:? .{0,40}|source: .{0,40}|\d{1,2}:\d{2}(?: ?[-–|] ?source: ?.{0,30})?)$/i,
];

/** The page's own furniture: menus, sharing, consent, subscription, legal notes. */
export const FURNITURE: readonly RegExp[] = [
  /\b(?:we|site|website|page|our partners)\b.{0,40}\buses? (?:of )?cookies\b|\bcookies?\b.{0,60}\b(?:consent|policy|policies|preferences|settings|experience|accept|agree|partners|browser)\b|\b(?:accept|manage|reject|allow|use of|these|necessary|non-essential) (?:all )?cookies\b|\byour (?:privacy )?(?:choices|consent)\b|\bprivacy (?:policy|statement|notice|settings)\b|\bterms of (?:service|use)\b/i,
  /\b(?:sign up|subscribe)\b.{0,60}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|briefing|free|today|digest|podcast|channel)\b|\bnewsletters?\b.{0,40}\b(?:sign up|subscribe|inbox|delivered|every (?:morning|day|week))\b|\bget (?:the|our|all|more|unlimited|daily|breaking).{0,60}\b(?:inbox|newsletters?|app|alerts?|access)\b|\b(?:in|to) your inbox\b|\bunsubscribe\b|\benter your e-?mail\b|\byour e-?mail address\b/i,
  /\b(?:already a (?:subscriber|member)|(?:create|have) an account|log ?in|sign ?in) (?:to|here|now|with)\b|\b(?:to continue reading|become a (?:member|subscriber)|support (?:our|independent) journalism|start your free trial|free trial|subscribers? only|articles? (?:remaining|left) this month|make a donation|donate (?:now|today))\b/i,
  /^(?:share|tweet|pin it|e-?mail|print|copy link|save|bookmark|listen|follow(?: us)?|like|reply|report|flag|like us|font size|text size|print preview|close|open|menu|search|home|login|log in|logout|sign in|sign up|register|subscribe|skip to .{0,30}|go to .{0,40}|jump to .{0,30}|back to top|top|next|previous|prev|facebook|twitter|x|linkedin|whatsapp|telegram|reddit|kakao\w*|mailto|link|youtube|instagram|threads|rss|bar_progress|show more|load more|view all|see all|all menu)\b(?:[\s,|·/]*(?:this|with|via|on|us|to|article|story|facebook|twitter|x|linkedin|whatsapp|e-?mail|telegram|reddit|link|copy|up|down|share|tweet|print|by)\b)*[\s.:…»>]*(?:@[\w.]+)?$/i,
  /\b(?:join|follow|find|like) us (?:on|at|social)\b|\bfollow @\w+|\bfollow (?:him|her|them|the (?:author|reporter)) on\b|\bshare this\b|\bdownload (?:the|our) .{0,20}app\b/i,
  /\b(?:the views|opinions) (?:expressed|presented) .{0,80}\b(?:own|author|writer|necessarily)\b|\b(?:reprint|permission|syndication|licensing) (?:rights|requests|@)\b|\bthis (?:material|article|content) may not be (?:published|reproduced)\b|\b(?:was|is) (?:auto-?generated|not been edited) \b.{0,60}\b(?:staff|feed)\b/i,
  /^\(?(?:reporting|writing|additional reporting|editing|compiled|edited|translated|produced) by\b|\b(?:contributed (?:to this|reporting)|contributed from)\b|^(?:write to|contact|email) (?:the (?:author|reporter|writer)|him|her|us|[A-Z][\w-]+ [A-Z][\w-]+) (?:at|via)\b|^our standards\b|^this article (?:originally|first) appeared\b|\bread the original article\b/i,
  /^(?:tel|fax|phone|mobile|address|masthead|publisher|ceo\b.{0,20}|editor|registration|(?:online )?newspaper registration.{0,20}|date of registration|digital news email|email)\s*[.:]/i,
  /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$|^(?:https?:\/\/|www\.)\S+$|^[\w@.-]+\.(?:png|svg|jpe?g|gif|webp)(?:\s*[\w@.-]+\.(?:png|svg|jpe?g|gif|webp))*$/i,
  /^(?:[.#@]?[\w-]+\s*\{|\}|var |let |const |function\b|window\.|document\.|\(function|if \(|return\b.*;$|\/\/ |\/\*|@media|@import|<!--|\{"|googletag|dataLayer)/,
];

/** What ends a photo's caption: who took or gave it. Agency names come as they are printed. */
const AGENCIES =
  'AP|AFP|EPA|UPI|Reuters|Yonhap(?: News)?(?: Agency)?|Getty(?: Images)?|KCNA|KNS|Kyodo(?: News)?|Xinhua|Newsis|News1|EPA-EFE|TASS|Sputnik|Bloomberg|Shutterstock|Zuma|Pool|Korea Times|Korea Herald|Cheong Wa Dae|Blue House|White House|Korean Central (?:News Agency|Television)|Rodong Sinmun|Courtesy';
export const CREDIT_END = new RegExp(
  String.raw`(?:\((?:[^()]{0,30}\b)?(?:${AGENCIES})\b[^()]{0,60}\)|\[(?:[^[\]]{0,30}\b)?(?:${AGENCIES})\b[^[\]]{0,60}\]|(?<=[.)"”'’]\s+)(?:[-–|/]\s*)?(?:${AGENCIES})(?:[-–/, ]+(?:${AGENCIES}|file|photo|File|Photo))*|\b(?:photos?|image|picture|courtesy|handout)\s*(?:by|of|from|:|via|courtesy)\s*[^.]{2,70}|\/(?:${AGENCIES})|\|\s*License Photo)\.?$`,
  'i',
);

/** Words of a caption that say where in the picture somebody is, or that it is a picture. */
export const PICTURE_WORDS: readonly RegExp[] = [
  /\b(?:file (?:photo|image|picture|footage)|(?:undated|combination|handout|screengrab|screenshot|aerial|satellite) (?:photo|image|picture|combo)?|this (?:photo|image|picture|combination|frame grab)|photo (?:taken|released|provided|shows)|seen (?:here|in this))\b/i,
  /\((?:L|R|C|left|right|center|centre|second from (?:left|right)|from left|front|back|[a-z ]{0,12}from (?:left|right)[a-z ]{0,12}|bottom|top)\)|,\s*(?:far |second )?(?:left|right|cent(?:er|re)|second from (?:left|right)),|\bfrom left\b/i,
  /^[A-Z][^.!?]{0,160}?\b(?:shakes? hands|poses?|walks?|attends?|watch(?:es)?|looks? on|speaks? (?:during|at|to)|delivers?|arrives?|inspects?|waves?|greets?|stands?|sits?|gestures?|smiles?|is (?:seen|pictured|shown|shaking|walking|speaking|sworn|waving|inspecting)|are (?:seen|pictured|shown|shaking|walking))\b/,
  /\b(?:on|in)?\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]*\.?,? \d{1,2}, \d{4}\b[^.]{0,40}\.?$/,
];
