import type { ColumnRole } from '../mapping.ts';

/** A header without case, accents and punctuation, its words apart: "NetPromoterScore" and "net_promoter-score" agree. */
export function plainHeader(header: string): string {
  return header
    .replace(/([\p{Ll}\d])(\p{Lu})|(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1$3 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What a header says on its own, and how surely (0 to 1). */
export interface HeaderHint {
  role: ColumnRole;
  weight: number;
}

type Rule = readonly [ColumnRole, number, RegExp];

/** The first rule that fits counts. Headers are plain; question wordings come in the languages survey tools are used in. */
const rules: readonly Rule[] = [
  [
    'ignore',
    0.9,
    /\bnps (group|category|bucket|type|label|segment)\b|^ip ?address$|latitude|longitude|permalink|\btoken\b/,
  ],
  [
    'ignore',
    0.7,
    /^(progress|duration|finished|collector id|network id|survey id|last ?page|seed|start ?language)\b/,
  ],
  ['score', 0.95, /\bnps\b|net ?pro(moter)?( score)?\b|\bpromoter score\b/],
  ['score', 0.95, /likel\w*.*\brecommend|\brecommend.*(likel|scale|friend|colleague|0 (to|bis) 10)/],
  ['score', 0.9, /(mesure|probab|echelle|prets?).*recommand|recommand.*(proche|entourage|collegue|ami)/],
  [
    'score',
    0.9,
    /wahrscheinlich.*(empfehl|weiterempf)|weiterempfehlung(s?bereitschaft)?|probab.*recomi?end|recomi?end.*(amig|probab)/,
  ],
  [
    'score',
    0.9,
    /(probab|consiglier|raccomand).*(raccomand|consigl|amic)|(waarschijnlijk).*(aanbevel|aanraden)/,
  ],
  [
    'score',
    0.9,
    /polec\p{L}*.*(znajom|przyjac|prawdopodob)|prawdopodob.*polec|doporuc|odporuc|rekommender|anbefal|suosittel|ajanl|tavsiye|preporuc|priporoc|soovita|rekomendu|ieteik|recomanda|рекоменд|порекоменд|препоръч|порадит|συστησ|συνιστ|推荐|推薦|勧め|薦め|すすめ|추천|แนะน|gioi thieu|merekomendasi|mengesyor|להמליץ|תמליצ|توصي|توصية/u,
  ],
  ['score', 0.7, /\brecommend(ation)?\b|\brecommander\b|\bempfehlen\b/],
  ['score', 0.6, /^(score|answer|hs value)$/],
  ['score', 0.45, /^(rating|note|overall rating|bewertung|puntuacion)$/],
  [
    'optOut',
    0.9,
    /opt(ed)? ?out|unsubscri|do ?not ?contact|dont ?contact|\bdnc\b|no contact|widerspruch|desabonn/,
  ],
  [
    'optIn',
    0.9,
    /opt(ed)? ?in\b|\bconsent|einwilligung|consentement|ok(ay)? to (contact|call)|(may|can) (we )?(be )?(contact|call)|contact ?able|(contact|marketing) (permission|allowed)|permission to (contact|call)/,
  ],
  [
    'accountManager',
    0.9,
    /account (manager|owner|executive)|customer success manager|\bcsm\b|key account|kundenbetreuer|relationship manager/,
  ],
  [
    'accountCrmId',
    0.9,
    /(account|company|organi[sz]ation|org|firm)( crm)? (id|number|no|key)$|(salesforce|hubspot|crm) (account|company) id/,
  ],
  ['crmId', 0.9, /(crm|salesforce|hubspot|contact|lead) ?(contact )?(id|key)$|hs contact id|vid$/],
  ['email', 0.95, /\be ?mail\b|\bmail ?(address)?$|courriel|correo|recipient email|contact email/],
  ['phone', 0.9, /phone|mobile|\btel\b|telefon|telefono|handy|cell ?(number)?$/],
  ['timeZone', 0.9, /time ?zone|\btz\b|zeitzone/],
  ['firstName', 0.9, /first ?name|given ?name|fore ?name|vorname|prenom|nombre de pila/],
  ['lastName', 0.9, /last ?name|sur ?name|family ?name|nachname|nom de famille|apellido/],
  [
    'revenue',
    0.9,
    /revenue|\b(arr|mrr|acv|tcv)\b|contract value|annual (value|spend)|umsatz|chiffre d affaires|turnover|jahresumsatz/,
  ],
  [
    'customerSince',
    0.9,
    /customer since|client since|since( date)?$|kunde seit|client depuis|onboarded|(contract|subscription) start|sign ?up date|became (a )?customer/,
  ],
  [
    'account',
    0.85,
    /^(account|company|organi[sz]ation|firm|customer|client|employer|business)( name)?$|account name|company name|firma|unternehmen|entreprise|societe|empresa|azienda/,
  ],
  [
    'respondentId',
    0.9,
    /external (data )?ref(erence)?|(customer|client|person|member|user|participant|guest|patient|employee) ?(id|number|no|nr|key)$|kundennummer|numero client/,
  ],
  ['respondentId', 0.8, /^resp(ondent)? ?(id|num|no|nr|number|key)?$|respnum/],
  ['respondentId', 0.6, /^response ?(id|no)$|submission id|^record id$/],
  ['respondentId', 0.55, /^(id|uid|uuid|key)$/],
  [
    'date',
    0.95,
    /(submi\w*|recorded|respon\w*|answer\w*|complet\w*|interview) ?(date|time|at|on)|horodat|^time ?stamp$|zeitstempel|marca temporal/,
  ],
  [
    'date',
    0.85,
    /^(date|datum|fecha|data|end ?date|date ?stamp|responded|created ?(at|date)?|date of (response|survey))( utc)?$|\bint ?date\b|^survey date$/,
  ],
  ['date', 0.6, /^(start|stage|updated) ?(date|at|time)( utc)?$|\bdate\b/],
  [
    'comment',
    0.9,
    /comment|verbatim|feedback|(main|primary) reason|\bwhy\b|explain|explica|tell us|in your own words|kommentar|bemerkung|begrund|pourquoi|porque|perche|opmerking|remarks?$/,
  ],
  [
    'comment',
    0.7,
    /\breason\b|open (end|text)|free ?text|^(content|text|response|description|review|notes?|message)$|hs content|improve|verbesser|amelior/,
  ],
  ['weight', 0.95, /^(weight|weighting|wt|wgt|weights|gewicht(ung)?|poids|peso|ponderation)$/],
  ['role', 0.8, /job (title|role)|^(role|position|function|job|titel|funktion|poste)$|^title$/],
  ['language', 0.85, /\blang(uage)?\b|user ?language|sprache|langue|idioma|locale/],
  [
    'name',
    0.8,
    /^(name|full ?name|contact( name)?|respondent( name)?|person|customer full name|author|nom|nombre|nome|naam)$/,
  ],
  [
    'segment',
    0.6,
    /\bstrat(a|um)\b|\w*(geo|mark)$|\bpeak\b|\bpurp(ose)?\d*\b|\bincome\b|\bfirst ?time\b|\bhome\b|\blives?\b|\bwave\b|\bstore ?type\b|\bhousehold\b|\beducation\b|\bmarital\b/,
  ],
  [
    'rating',
    0.75,
    /rating|satisf|zufried|tevreden|soddisf|\bcsat\b|\bces\b|quality|ease of|how (easy|satisfied|good)|experience with/,
  ],
  [
    'segment',
    0.8,
    /\b(tier|plan|segment|region|market|country|industry|sector|vertical|product|module|edition|channel|gender|sex|age|size|geo\w*|state|city|territory|type|class|category|group|department|brand|marque|land|branche|pays|sexe|gate|area|airline|traveller|cabin|device)\b/,
  ],
];

/** What a header says, or null when it says nothing known. */
export function hintOf(header: string, wording = ''): HeaderHint | null {
  const known = knownHint(header, wording);
  if (known) return known;
  const ends = /(^|\D)0(\D.*)?\D10(\D|$)/s;
  // A question that names both ends of the scale, in a language that is not known here.
  return ends.test(header) || ends.test(wording) ? { role: 'score', weight: 0.7 } : null;
}

function knownHint(header: string, wording: string): HeaderHint | null {
  for (const text of [plainHeader(header), plainHeader(wording)]) {
    if (text === '') continue;
    const rule = rules.find(([, , pattern]) => pattern.test(text));
    if (rule) return { role: rule[0], weight: rule[1] };
  }
  return null;
}
