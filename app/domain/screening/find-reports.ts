import type { Stretch } from "./find-codes";
import type { PlainText } from "./plain-text";
import * as w from "./report-words";
import { type Sentence, sentencesOf } from "./sentences";

type Match = { before: string; said: string; after: string; sentence: string };
type Rule = { said: RegExp; unless?: (match: Match) => boolean };

const rule = (said: string, unless?: Rule["unless"]): Rule => ({
  said: new RegExp(said, "g"),
  ...(unless && { unless }),
});
const test = (pattern: string) => {
  const compiled = new RegExp(pattern);
  return (text: string) => compiled.test(text);
};

const speaksOfReports =
  /\b(sars?|strs?|rois?|roips?|rop|r24|report\w*|folios?|acuse|bsa|dcn|denunci\w*|aviso|uif|fincen|fiu|filed|file|sar'?d|sared)\b/;

const points = test(`${w.about}\\s+(?:[a-z]+\\s+){0,1}${w.pointed}|\\b(?:del|de la|al)\\s+mism[oa]\\b`);
const obliges = test(`\\b${w.duty}\\b`);
const concernsAnyone = test(w.anyoneElse);
/** Said of a case that may or may not be: "if", "whether", "any", "when". */
const supposed = test(
  "\\b(?:if|whether|when|whenever|where|once|unless|until|in case|in which|should an?|any|no (?:person|bank|institution)|that (?:an?|any)|which (?:an?|any)|how|before|si|cuando|en caso de que|siempre que|una vez que|cualquier|hasta que|antes de que|quien|ningun[ao]?)\\b[^.]{0,90}$",
);
const secret = test(
  "\\b(?:disclos|reveal|tell|told|say|confirm|deny|denied|existence|comment|discuss|reference|mention|revel|divulg|confirm|decir|diga|informar al|existencia|comunicar|avisar|comentar|mencion|pregunt|ask|escrib|write)",
);
const forbids = test(
  "\\b(?:not|never|n't|cannot|prohibit\\w*|forbid\\w*|avoid|without|no|nunca|jamas|prohib\\w*|evite\\w*|abstener\\w*|sin)\\b",
);
const openly = test(
  "\\b(?:million|millones|thousand|mil|percent|por ciento|fy ?\\d|fiscal year|nationwide|a nivel nacional|sector|industry|statistics|estadistic\\w*|volum\\w*|total\\w*|annual\\w*|anual\\w*|industria)\\b|%|\\d,\\d{3}|\\b(?:in|en|during|durante|between|entre|since|desde)\\b[^.]{0,16}\\b(?:19|20)\\d\\d\\b",
);
const punished = test(
  "\\b(?:consent order|penalt\\w*|enforcement|order|orden|sanci\\w*|multa\\w*|assessed|admitted|fined|lesson|leccion|determined that|found that|failed to)\\b",
);
const habit = test(
  "\\b(?:cada (?:mes|trimestre|vez|semana|ano)|siempre|cuando|normalmente|por lo general|en general|trimestral\\w*|mensual\\w*|dentro de los|usually|typically|routinely|always|each time|whenever|every (?:quarter|month|time))\\b",
);

const pointedAt = ({ said, after }: Match) => points(said) || points(after);
/** "We may not say whether we filed a SAR" says nothing of any. */
const keepsSecret = ({ before }: Match) => secret(before) && (forbids(before) || supposed(before));
const ofNobody = (match: Match) => supposed(match.before) && !pointedAt(match);
const general = (match: Match) =>
  !pointedAt(match) &&
  (supposed(match.before) ||
    keepsSecret(match) ||
    punished(match.sentence) ||
    openly(match.sentence) ||
    concernsAnyone(match.before));
const instructs = ({ sentence }: Match) => obliges(sentence) || concernsAnyone(sentence);

const { report, oneReport, filler, adverb, filed, file, filing, we, willOrNot, weDid, itWasDone, unit } = w;
const target = `${w.about}\\s+(?:[a-z]+\\s+){0,1}(?:${w.pointed})`;
const clientAsObject = `(?:${w.pointed}|${w.someone}|\\bit\\b|\\bl[oae]s?\\b)`;

const rules: Rule[] = [
  // English, first person: happened, happens now, will, did not.
  rule(
    `${we}${adverbGap()}(?:had\\s+|have\\s+|has\\s+|'ve\\s+)?${adverb}${filed}\\s+${filler}${report}`,
    (m) => keepsSecret(m) || supposedByUs(m),
  ),
  rule(
    `${we}\\s*${adverb}${willOrNot}\\s+${adverb}${file}\\s+${filler}${report}`,
    (m) => keepsSecret(m) || supposedByUs(m),
  ),
  rule(
    `${we}\\s*(?:am|are|were|was|'re|'m|have\\s+been|had\\s+been|considered|discussed|avoided|regret|ended\\s+up|started|began|finished|stopped)\\s+${adverb}(?:considering\\s+|not\\s+|against\\s+)?${filing}\\s+${filler}${report}`,
    keepsSecret,
  ),
  rule(`${we}\\s*${adverb}(?:${w.duty})\\s+${adverb}${file}\\s+${filler}${report}\\s+${target}`),
  rule(
    `${we}\\s*${adverb}(?:do\\s+|did\\s+|have\\s+)?(?:not\\s+)?(?:have|had|got)\\s+(?:an?|no|one|two|several|any|already\\s+an?|an?\\s+(?:open|existing|prior|pending))\\s+${oneReport}`,
    ofNobody,
  ),
  rule(
    `${we}${adverbGap()}(?:filed|reported|sar'?d)\\s+(?:on|about|against)\\s+(?:${w.pointed}|${w.someone})`,
    ofNobody,
  ),
  rule(
    `\\b(?:after|before|since|upon|despite|without|tras|despues\\s+de|luego\\s+de|antes\\s+de|al|sin)\\s+(?:${filing}|${w.infinitive})\\s+${filler}${report}`,
    (m) => !byUs(m.sentence) || obliges(m.sentence),
  ),
  rule(
    `\\b(?:the|a|one|two|three|\\d{1,2}|those|these)\\s+${report}\\s+(?:that\\s+|which\\s+)?(?:we|i|our\\s+[a-z]+)\\s+(?:had\\s+|have\\s+)?${adverb}(?:${filed}|${willOrNot}\\s+${file})\\b`,
    keepsSecret,
  ),
  rule(
    `${we}\\s*${adverb}(?:did\\s+not|didn't|never|will\\s+not|won't|(?:decided|chose|elected|opted)\\s+not\\s+to)\\s+(?:file|filed|report)(?=\\s*(?:[.;!?)]|$|,|on\\s+(?:this|that|him|her|them|it|the)\\b|because\\b|anything\\b|one\\b|it\\b|him\\b|her\\b|them\\b|this\\s+(?:one|time|customer|client|account)\\b|the\\s+(?:customer|client|account)\\b))(?![^.]{0,30}\\b(?:outage|error|comment|feedback|tax|appeal|claim)\\w*)`,
    (m) => supposed(m.before) || keepsSecret(m),
  ),
  rule(
    `\\b(?:led(?:\\s+us)?\\s+to(?:\\s+file)?|resulted\\s+in|ended\\s+(?:up\\s+)?(?:in|with)|closed\\s+with|culminated\\s+in|turned\\s+into|became)\\s+(?:an?|one|two|three|several|\\d{1,3}|the|our)\\s+(?:[a-z]+\\s+)?${report}`,
    (m) => general(m) || /\b(?:that|which)\s+(?:[a-z]+\s+)?$/.test(m.before),
  ),
  rule(`\\bour\\s+(?:[a-z]+\\s+){1,3}(?:became|led\\s+to|resulted\\s+in|turned\\s+into)\\s+${report}`),
  rule(`\\b(?:still|yet)\\s+no\\s+${oneReport}|\\bno\\s+${oneReport}\\s+(?:from|by)\\s+(?:us|our)\\b`),
  rule(
    `${we}${adverbGap()}(?:notified|alerted|informed|told)\\s+(?:the\\s+)?${unit}\\s+(?:about|of)\\s+(?:${w.pointed}|${w.someone})`,
    (m) => supposed(m.before),
  ),
  // English, somebody else's or nobody's.
  rule(
    `\\b(?:has\\s+|have\\s+|had\\s+|already\\s+|just\\s+){0,3}(?:e-?filed|filed|submitted|lodged)\\s+(?:an?|the|another|its|their|one|two|three|four|five|\\d{1,3}|several|multiple|no|joint)\\s+${filler}${report}`,
    general,
  ),
  rule(
    `\\b(?:did\\s+not|didn't|never|will|won't|will\\s+not|decided\\s+(?:not\\s+)?to|chose\\s+(?:not\\s+)?to|plans\\s+to|is\\s+going\\s+to)\\s+${file}\\s+(?:an?|the|another|any|its)\\s+${filler}${oneReport}`,
    general,
  ),
  rule(`${oneReport}\\s+${adverb}${w.wasEn}\\s+${adverb}${filed}\\b`, general),
  rule(
    `\\b(?:the|these|those|our|both|two|three|\\d{1,2}|several)\\s+${report}\\s+${adverb}${w.wasEn}\\s+${adverb}${filed}\\b`,
    general,
  ),
  rule(`${report}\\s+${adverb}(?:${w.wasEn}\\s+)?${adverb}(?:${filed}|${filing}s?)\\s+${target}`, (m) =>
    instructs(m),
  ),
  rule(
    `\\b(?:the|an?|no|any|existing|prior|previous|earlier|pending|open)\\s+${oneReport}\\s+(?:filing\\s+)?(?:on|about|against|regarding|naming)\\s+(?:${w.pointed}|${w.someone})`,
    (m) => instructs(m) || supposed(m.before),
  ),
  rule(`${oneReport}s?\\s+(?:is|are|was|were|already|remains?)?\\s*on\\s+file\\b`, general),
  rule(
    `\\bthere\\s+(?:is|was|are|were|has\\s+been)\\s+(?:already\\s+|also\\s+|currently\\s+)?(?:an?|no|one|another)\\s+(?:[a-z]+\\s+)?${oneReport}(?!\\s+(?:filing|section|requirement|obligation|threshold|deadline|field|form|rule|duty|exemption|narrative|template|process))`,
    general,
  ),
  rule(
    `(?:${w.pointed}|${w.someone}|\\bhe|\\bshe)\\s+(?:[a-z']+\\s+){0,4}(?:subject|target)\\s+of\\s+(?:an?|our|the|two|three|several|multiple|\\d{1,3}|previous|prior|earlier)\\s+(?:[a-z]+\\s+)?${report}`,
    (m) => supposed(m.before) || /\bwho\b/.test(m.said),
  ),
  rule(
    `(?:${w.pointed}|${w.someone}|\\bhe|\\bshe)\\s+(?:already\\s+)?(?:has|had)\\s+(?:an?|no|two|three|several|prior|previous|\\d{1,3})\\s+(?:[a-z]+\\s+)?${report}`,
    (m) => supposed(m.before),
  ),
  rule(`\\bsar'd\\b|\\bsar-?ed\\b|\\b(?:to|not|we|will)\\s+sar\\s+(?:${w.pointed}|${w.someone})`),
  rule(
    `\\b(?:our|my)\\s+(?:[a-z]+\\s+){0,2}${oneReport}(?!\\s*['’]?s?\\s*(?:[a-z]+\\s+)?(?:narratives?|process\\w*|programs?|procedures?|polic\\w*|teams?|training|volumes?|quality|filings?|committee|templates?|workflows?|backlog|obligations?|data|systems?|software|forms?|rates?|reviews?|unit|function|thresholds?|statistics|reporting|preparation|confidentiality|key|decision|numbers|staff|writers?|drafting|analysts?|monitoring|investigations?|governance|escalation|files?|controls?|on\\s+(?:the|this)\\s+project))`,
    (m) =>
      m.said.includes("roi") &&
      !/report/.test(m.said) &&
      /\b(invest|return|project|budget|technology|software)/.test(m.sentence),
  ),
  // Somebody reported to the unit.
  rule(
    `${we}${adverbGap()}(?:had\\s+|have\\s+|'ve\\s+|${willOrNot}\\s+|(?:am|are|were|was|'re)\\s+)?${adverb}(?:reported|referred|report|refer|reporting|referring|flagged|turned|disclosed)\\s+${clientAsObject}[^.]{0,50}?\\b(?:to|over\\s+to|into)\\s+(?:the\\s+)?${unit}`,
    (m) =>
      keepsSecret(m) ||
      ofNobody(m) ||
      /\b(?:question|issue|typology|feedback|outage|error|problem|comment)/.test(m.said),
  ),
  rule(
    `${we}${adverbGap()}(?:had\\s+|have\\s+|'ve\\s+)?${adverb}(?:reported|filed|submitted|made|sent)\\s+(?:an?\\s+|the\\s+|our\\s+)?(?:[a-z]+\\s+)?(?:suspicious|unusual|report|disclosure)[^.]{0,40}?\\b(?:to|with)\\s+(?:the\\s+)?${unit}`,
    (m) => keepsSecret(m) || supposedByUs(m),
  ),
  rule(
    `(?:${w.pointed}|${w.someone}|\\bhe|\\bshe|\\bthey|\\bit)\\s+(?:[a-z']+\\s+){0,2}${w.wasEn}\\s+(?:also\\s+)?${adverb}(?:reported|referred)\\s+to\\s+(?:the\\s+)?${unit}`,
    (m) => supposed(m.before) || keepsSecret(m),
  ),
  // Spanish, first person.
  rule(
    `\\b${weDid}\\s+${filler}${report}`,
    (m) => keepsSecret(m) || (((supposed(m.before) && !affirms(m)) || habit(m.sentence)) && !pointedAt(m)),
  ),
  rule(
    `\\b${weDid}\\s+${filler}(?:reporte|aviso|denuncia)\\s+(?:[a-z]+\\s+){0,5}?(?:ante|a|al?\\s+la|de\\s+la)\\s+(?:la\\s+)?${unit}`,
    (m) => keepsSecret(m) || habit(m.sentence) || supposed(m.before),
  ),
  rule(
    `\\b(?:debemos|debimos|tenemos\\s+que|podemos|habria\\s+que|hay\\s+que)\\s+(?:no\\s+)?${w.infinitive}\\s+${filler}${report}\\s+(?:[a-z]+\\s+)?${target}`,
  ),
  rule(`\\bnuestro\\s+(?:[a-z]+\\s+)?${oneReport}|\\bmi\\s+(?:ultimo\\s+)?${oneReport}`, (m) =>
    habit(m.sentence),
  ),
  rule(
    `\\b(?:el|los|un|dos|tres|cuatro)\\s+${report}\\s+que\\s+(?:ya\\s+|no\\s+|les?\\s+){0,3}${weDid}\\b`,
    (m) => habit(m.sentence),
  ),
  rule(
    `\\bno\\s+l[oae]s?\\s+(?:reportamos|denunciamos|vamos\\s+a\\s+reportar|hemos\\s+reportado)\\b|\\bdecidimos\\s+no\\s+(?:reportar|denunciar)(?:l[oae]s?\\b|\\s+(?:al?\\s+)?(?:${w.pointed}|${w.someone}))`,
  ),
  rule(
    `\\b(?:derivo|derivaron|termino|terminaron|concluyo|concluyeron|resulto|resultaron|convirtio|convirtieron|acabo|acabaron|culmino|culminaron)\\s+(?:en|con)\\s+(?:un\\s+|el\\s+|dos\\s+|tres\\s+|varios\\s+)?${report}`,
    (m) => general(m) || /\bque\s+(?:se\s+)?$/.test(m.before),
  ),
  rule(
    `\\bno\\s+(?:procedia|procedio|ameritaba|amerito|fue\\s+necesario)\\s+${w.infinitive}\\s+${filler}${report}`,
    general,
  ),
  rule(
    `\\b(?:el|este|ese|dicho)\\s+${oneReport}\\s+ya\\s+(?:esta|fue|se|lo)\\b|${oneReport}\\s+nuestro\\b`,
    general,
  ),
  rule(`${report}\\s+(?:ya\\s+|no\\s+){0,3}(?:l[oe]s?|se\\s+l[oe]s?)\\s+(?:ya\\s+)?${weDid}\\b`),
  rule(
    `\\b${w.wasEs}\\s+(?:ya\\s+)?${w.done}\\s+(?:un|el|los|dos|tres|cuatro|varios|\\d{1,2})\\s+${report}`,
    general,
  ),
  rule(
    `\\bacus(?:o|aron|e)\\s+(?:de\\s+)?recibo\\s+(?:del?|de\\s+(?:el|un|nuestro|los|dos))\\s+${report}`,
    general,
  ),
  rule(`\\bvan\\s+(?:ya\\s+)?(?:dos|tres|cuatro|cinco|varios|\\d{1,2})\\s+${report}`),
  rule(
    `\\breport(?:amos|aremos|aron|ad[oa]s?)\\s+(?:[a-z]+\\s+){0,4}?como\\s+(?:inusual|sospechos)[a-z]*`,
    (m) => (instructs(m) && !/amos|aremos/.test(m.said)) || supposed(m.before),
  ),
  rule(
    `\\best[ea]s?\\s+(?:operacion(?:es)?|transferencias?|depositos?|movimientos?|retiros?|alertas?)\\s+(?:ya\\s+|no\\s+)?${w.wasEs}\\s+(?:ya\\s+)?reportad[oa]s?\\b`,
    (m) => supposed(m.before),
  ),
  // "Presenté" has lost its accent here; the day tells it from "presente".
  rule(
    `\\b(?:presente|envie|levante|mande)\\s+(?:el|un|ese)\\s+${oneReport}\\s+(?:el\\s+(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|mes\\s+pasado)|ayer|anoche|hoy|hace|la\\s+semana\\s+pasada)\\b`,
  ),
  // Spanish, somebody else's or nobody's.
  rule(
    `\\b(?:se\\s+|ya\\s+|no\\s+|les?\\s+){0,3}${itWasDone}\\s+${filler}${oneReport}`,
    (m) =>
      general(m) ||
      /\bque\s+(?:se\s+|no\s+|ya\s+|les?\s+){0,3}$/.test(m.before) ||
      (/^\W*(?:se\s+)?(?:preparo|genero|elaboro)\b/.test(m.said) && obliges(m.sentence)),
  ),
  rule(
    `\\b(?:se\\s+|ya\\s+){0,3}(?:presentaron|enviaron|levantaron|emitieron|remitieron|mandaron)\\s+(?:los|dos|tres|cuatro|cinco|varios|\\d{1,2})\\s+${filler}${report}`,
    general,
  ),
  rule(
    `${oneReport}\\s+(?:[a-z]+\\s+){0,2}?${w.wasEs}\\s+(?:ya\\s+)?(?:${w.done}|aceptado|rechazado|recibido|acusado)`,
    (m) => general(m) || instructs(m),
  ),
  rule(
    `\\b(?:el|un|dicho|este|ese)\\s+${oneReport}\\s+(?:que\\s+)?(?:ya\\s+)?(?:presentado|enviado|levantado|emitido|remitido|mandado|generado|pendiente)\\b`,
    (m) => general(m) || instructs(m),
  ),
  rule(`${report}\\s+(?:[a-z]+\\s+){0,2}?${target}`, (m) => instructs(m) || supposed(m.before)),
  rule(
    `\\b(?:el|un|ningun|algun|los|dos|tres)\\s+${report}\\s+(?:del?|sobre|contra|al?)\\s+(?:el\\s+|la\\s+)?(?:clientes?|titular|usuari[oa]|acreditad[oa]|cuenta)\\b`,
    (m) => instructs(m) || supposed(m.before) || openly(m.sentence),
  ),
  rule(
    `(?:\\bhay|\\bexist(?:e|ia)|\\btiene|\\btenia|\\btrae|\\btraia|\\bcuenta\\s+con|\\bcontaba\\s+con|\\bhabia|\\bhubo)\\s+(?:ya\\s+|tambien\\s+)?(?:un|algun|ningun|otro|dos|tres)\\s+(?:[a-z]+\\s+)?${report}`,
    general,
  ),
  rule(
    `(?:${w.pointed}|${w.someone})\\s+(?:[a-z]+\\s+){0,4}objeto\\s+de\\s+(?:un|dos|tres|varios|algun|ningun|nuestro)\\s+${report}`,
    (m) => supposed(m.before),
  ),
  // Spanish, somebody reported to the unit.
  rule(
    `\\b(?:reportamos|reportaremos|denunciamos|denunciaremos|hemos\\s+(?:ya\\s+)?(?:reportado|denunciado)|habiamos\\s+reportado|vamos\\s+a\\s+(?:reportar|denunciar)(?:l[oae]s?)?|estamos\\s+reportando|decidimos\\s+(?:no\\s+)?(?:reportar|denunciar)(?:l[oae]s?)?)\\s+(?:[a-z]+\\s+){0,8}?(?:a|ante|con)\\s+(?:la\\s+|las\\s+)?${unit}`,
    (m) =>
      keepsSecret(m) ||
      habit(m.sentence) ||
      (supposed(m.before) && !pointedAt(m)) ||
      /\b(?:dudas?|comentarios?|fallas?|incidencias?|avances?|problemas?|estadistic|trimestral|relevantes|transferencias internacionales|montos|errores|tipologia)/.test(
        m.said,
      ),
  ),
  rule(
    `\\b(?:reportamos|reportaremos|denunciamos|hemos\\s+reportado|vamos\\s+a\\s+reportar)\\s+(?:ya\\s+)?al?\\s+(?:est[ea]\\s+|dich[oa]\\s+|es[ea]\\s+|la\\s+)?(?:client[ea]|usuari[oa]|titular|empresa|persona|acreditad[oa]|cuenta)s?\\b`,
    (m) => keepsSecret(m) || supposed(m.before),
  ),
  rule(
    `\\b(?:avisamos|notificamos|informamos|dimos\\s+(?:aviso|parte|vista)|hicimos\\s+del\\s+conocimiento)\\s+(?:[a-z]+\\s+){0,4}?${unit}\\s+(?:[a-z]+\\s+){0,4}?${w.pointed}`,
    (m) => supposed(m.before),
  ),
  rule(
    `\\b(?:lo|la|los|las|le|les)\\s+(?:reportamos|reporto|reportaron|reportaremos|reportara|hemos\\s+reportado|ha\\s+reportado|denunciamos|denuncio|denunciaron)\\s+(?:[a-z]+\\s+){0,4}?(?:a|ante|con)\\s+(?:la\\s+|las\\s+)?${unit}`,
    (m) => supposed(m.before),
  ),
  rule(
    `\\bse\\s+(?:le\\s+|les\\s+|lo\\s+)?(?:reporto|denuncio|reportara|ha\\s+reportado|va\\s+a\\s+reportar)\\s+(?:[a-z]+\\s+){0,3}?(?:al?\\s+(?:la\\s+|el\\s+)?(?:client[ea]|titular|usuari[oa]|cuenta|empresa)|(?:a|ante)\\s+la\\s+${unit})`,
    (m) => general(m),
  ),
  rule(
    `(?:${w.pointed}|${w.someone}|\\bya|\\bno|\\bnunca)\\s+(?:[a-z]+\\s+){0,3}?(?:${w.wasEs}|esta|estan|estaba)\\s+(?:ya\\s+)?(?:reportad|denunciad)[oa]s?\\s+(?:a|ante|con)\\s+(?:la\\s+|las\\s+)?${unit}`,
    (m) => supposed(m.before) || keepsSecret(m),
  ),
  rule(
    `(?:${w.pointed})\\s+(?:ya\\s+)?(?:reportad|denunciad)[oa]s?\\s+(?:a|ante)\\s+(?:la\\s+)?${unit}`,
    (m) => instructs(m) || supposed(m.before),
  ),
  // A report's own number.
  rule(
    `${report}\\s*[-#:]?\\s*(?:(?:no|num|numero|number|folio|id|ref|reference|tracking|con|de|control|filing|bsa)\\b[.:º°]?\\s*){0,4}#?\\s*(?:[a-z]{1,5}[-/])?(?!(?:19|20)\\d\\d\\b(?![-/]))(?:\\d{4,}|\\d+(?:[-/]\\d+){1,4})`,
    () => false,
  ),
  rule(
    `${report}\\s*(?:#|(?:with\\s+|con\\s+)?(?:no|num|number|numero|folio|id)\\b[.:º°]?)\\s*#?\\s*(?:[a-z]{1,5}[-/])?\\d{2,}`,
    () => false,
  ),
  rule(
    `\\bfolios?\\b\\W{0,3}(?:(?:no|num|numero|de|del|la|el|reporte|acuse|uif|cnbv|siti|roi|interno|unico|electronico|recepcion|envio|aviso|es|fue|era|con)\\b\\W{0,3}){0,6}(?:[a-z]{1,5}[-/]){0,2}(?!(?:19|20)\\d\\d\\b(?![-/]))\\d[\\d/-]{2,}`,
    (m) => elsewhereNumbered(`${m.before.slice(-40)} ${m.said} ${m.after.slice(0, 40)}`),
  ),
  rule(
    `\\bbsa\\s+(?:id|identifier|e-?filing|tracking|report)\\b[^.\\d]{0,24}\\d{6,}|\\bdcn\\b\\W{0,3}\\d{6,}|\\bacuse\\b[^.\\d]{0,30}(?:uif|siti|cnbv|roi)[^.\\d]{0,20}\\d{4,}`,
  ),
];

const elsewhereNumbered = test(
  "\\b(?:fiscal|cfdi|dof|diario oficial|mercantil|real|catastral|registro publico|paginas?|fojas?|facturas?|pedimento|notarial|infomex|transparencia|inai|conducef|condusef|licitacion|gaceta|de la cedula)\\b|\\d{1,3}\\s+(?:a|al|y)\\s+\\d{1,3}\\b",
);

function adverbGap() {
  return `\\s*,?\\s*${w.adverb}`;
}

/** "Sí presentamos" loses its accent here, and is told from "si presentamos" by what would follow that. */
const affirms = ({ before, after }: Match) =>
  /(?:^|[\s,])si\s+(?:ya\s+)?$/.test(before) && !/[,?]|\b(?:puede|podemos|debe|debemos|hay)\b/.test(after);

const byUs = (sentence: string) =>
  /\b(?:we|i|our)\s+(?:[a-z']+\s+){0,3}?[a-z]+ed\b|\bwe\s+(?:shut|kept|let|put|sent|held|froze|exited|will|did)\b|\b[a-z]{3,}(?:amos|imos)\b/.test(
    sentence,
  );

/** "If we filed a SAR, could we …" asks; it does not tell, unless it points at somebody. */
const supposedByUs = (match: Match) =>
  /\b(?:if|when|whenever|suppose|unless|had)\s+$/.test(match.before) && !pointedAt(match);

/** Wording from which one learns that a report was filed, will be, or was not; guidance that speaks of anyone's duty passes. */
export function findReports({ lower }: PlainText): Stretch[] {
  return sentencesOf(lower)
    .filter(({ text }) => speaksOfReports.test(text))
    .flatMap((sentence) => united(inSentence(sentence)));
}

/** Rules that overlap speak of the same words. */
function united(stretches: Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const stretch of stretches.sort((one, other) => one.from - other.from)) {
    const last = whole.at(-1);
    if (last && stretch.from < last.to) last.to = Math.max(last.to, stretch.to);
    else whole.push({ ...stretch });
  }
  return whole;
}

const reach = 200;

function inSentence({ text, at }: Sentence): Stretch[] {
  return rules.flatMap(({ said, unless }) =>
    [...text.matchAll(said)]
      .filter(({ index, 0: words }) => {
        const behind = index + words.length;
        return !unless?.({
          before: text.slice(Math.max(0, index - reach), index),
          said: words,
          after: text.slice(behind, behind + reach),
          sentence: text.slice(Math.max(0, index - reach), behind + reach),
        });
      })
      .map(({ index, 0: words }): Stretch => {
        const from = at + index + (words.length - words.trimStart().length);
        return { kind: "report", from, to: at + index + words.trimEnd().length };
      }),
  );
}
